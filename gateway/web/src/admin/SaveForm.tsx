import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { explain, Problem } from "../problems/problem";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import styles from "./admin.module.css";
import { ConflictSheet } from "./ConflictSheet";
import type { Saving } from "./useSave";
import { adminWords } from "./words";

interface Props<B extends object, V extends { version: number }> {
  title: string;
  saving: Saving<B, V>;
  /** What is typed; undefined while it can't be saved. */
  body: B | undefined;
  version: number | undefined;
  /** What a form would send to leave the thing as it is. */
  editOf: (view: V) => B;
  labels: Readonly<Record<string, string>>;
  /** How differences are told, where the fields as they are sent say nothing to people. */
  told?: (body: B) => object;
  /** Fills the form with what is saved. */
  onTake: (view: V) => void;
  onClose: () => void;
  /** Other actions, such as removing it. */
  more?: ReactNode;
  children: ReactNode;
}

const asItIs = (body: object) => body;

/** A form in a sheet: keeps what was typed until it is saved or given up, and asks when somebody else was faster. */
export function SaveForm<B extends object, V extends { version: number }>(props: Props<B, V>) {
  const { title, saving, body, version, editOf, labels, told = asItIs, onTake, onClose, more, children } = props;
  const words = useWords(adminWords);
  const shared = useWords(common);
  return (
    <Sheet title={title} onClose={onClose} dismissable={false}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (body && !saving.busy) {
            void saving.save(body, version);
          }
        }}
      >
        {children}
        <Failed failure={saving.failure} labels={labels} />
        <div className="sheet__actions">
          {more}
          <Button onPress={onClose}>{shared.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={saving.busy || !body}>
            {words.save}
          </Button>
        </div>
      </form>
      {saving.conflict && (
        <ConflictSheet
          mine={told(saving.conflict.mine)}
          theirs={told(editOf(saving.conflict.current))}
          labels={labels}
          onKeepMine={() => void saving.save(saving.conflict?.mine as B, saving.conflict?.current.version)}
          onTakeTheirs={() => {
            onTake(saving.conflict?.current as V);
            saving.settle();
          }}
          onClose={saving.settle}
        />
      )}
    </Sheet>
  );
}

function Failed({ failure, labels }: { failure: unknown; labels: Readonly<Record<string, string>> }) {
  if (failure === undefined) {
    return null;
  }
  const errors = failure instanceof Problem ? failure.errors : [];
  return (
    <div className="notice notice--bad" role="alert">
      <div>
        <p>{explain(failure)}</p>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              {labels[field.split(/[.[]/)[0] ?? ""] ?? field} : {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
