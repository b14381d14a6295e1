import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import { DataTable } from "./DataTable";
import { differences } from "./differences";
import { adminWords } from "./words";

interface Props {
  mine: object;
  theirs: object;
  labels: Readonly<Record<string, string>>;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Shows what somebody else saved beside what was typed here, and lets the person decide. */
export function ConflictSheet({ mine, theirs, labels, onKeepMine, onTakeTheirs, onClose }: Props) {
  const words = useWords(adminWords);
  const shared = useWords(common);
  const differing = differences(mine, theirs);
  const told = (text: string) => text || words.empty;
  return (
    <Sheet title={words.conflictTitle} alert dismissable={false} onClose={onClose}>
      {differing.length === 0 ? (
        <p>{words.conflictSame}</p>
      ) : (
        <>
          <p>{words.conflictText}</p>
          <DataTable
            caption={words.conflictTitle}
            rows={differing}
            keyOf={({ field }) => field}
            columns={[
              { head: words.field, cell: ({ field }) => labels[field] ?? field },
              { head: words.theirs, cell: (each) => told(each.theirs) },
              { head: words.mine, cell: (each) => told(each.mine) },
            ]}
          />
        </>
      )}
      <div className="sheet__actions">
        <Button onPress={onClose}>{shared.back}</Button>
        <Button onPress={onTakeTheirs}>{words.takeTheirs}</Button>
        <Button kind="primary" onPress={onKeepMine}>
          {words.keepMine}
        </Button>
      </div>
    </Sheet>
  );
}
