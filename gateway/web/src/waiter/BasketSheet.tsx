import type { Carte, Dish, Table } from "../api/types";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import styles from "./basket.module.css";
import { totalOf, withChanged, type Draft, type Line } from "./draft";
import { Stepper } from "./Stepper";
import { words as waiterWords } from "./words";

interface Props {
  draft: Draft;
  carte: Carte;
  dishes: ReadonlyMap<number, Dish>;
  table: Table;
  /** The order is opened by sending it, and so is asked how many guests there are. */
  isNew: boolean;
  onChange: (change: (draft: Draft) => Draft) => void;
  onEdit: (line: Line) => void;
  onSend: () => void;
  onClose: () => void;
}

/** Everything that was taken, once more before it is sent. */
export function BasketSheet({ draft, carte, dishes, table, isNew, onChange, onEdit, onSend, onClose }: Props) {
  const words = useWords(waiterWords);
  const isSoldOut = ({ dishId, choices }: Line) =>
    [dishId, ...choices.map((choice) => choice.dishId)].some((id) => id !== undefined && !dishes.get(id)?.available);
  return (
    <Sheet title={`${words.basketTitle} · ${words.table(table.name)}`} onClose={onClose}>
      <ul className={styles.lines}>
        {draft.lines.map((line) => (
          <li key={line.uid} className={styles.line}>
            <Button kind="quiet" className={styles.what} onPress={() => onEdit(line)}>
              <span className={styles.name}>{line.name}</span>
              <Wording line={line} />
              {isSoldOut(line) && <span className="badge badge--bad">{words.soldOut}</span>}
            </Button>
            <Stepper
              label={line.name}
              value={line.quantity}
              min={0}
              max={99}
              less={words.oneLess(line.name)}
              more={words.oneMore(line.name)}
              onChange={(quantity) => onChange((before) => withChanged(before, line.uid, { quantity }))}
            />
          </li>
        ))}
      </ul>
      {isNew && (
        <div className={styles.covers}>
          <span className="field__label">{words.howMany}</span>
          <Stepper
            label={words.howMany}
            value={draft.covers ?? table.seats}
            min={1}
            max={200}
            less={words.oneLess(words.howMany)}
            more={words.oneMore(words.howMany)}
            onChange={(covers) => onChange((before) => ({ ...before, covers }))}
          />
        </div>
      )}
      <p className={styles.total}>
        <span>{words.total}</span>
        <strong>{money(totalOf(draft), carte.currency)}</strong>
      </p>
      <div className="sheet__actions">
        <Button onPress={onClose}>{words.back}</Button>
        <Button kind="primary" isDisabled={draft.lines.length === 0} onPress={onSend}>
          {words.send}
        </Button>
      </div>
    </Sheet>
  );
}

/** Everything about a line beside its name. */
export function Wording({ line }: { line: Line }) {
  const words = useWords(waiterWords);
  const parts = [
    ...line.optionNames,
    ...line.choices.map(({ name, optionNames }) => [name, ...optionNames].join(" · ")),
    line.note,
    line.seat === undefined ? "" : `${words.seat} ${line.seat}`,
    line.course === undefined ? "" : words.courseNo(line.course),
    line.hold ? words.held : "",
  ].filter(Boolean);
  return parts.length > 0 ? <span className={styles.wording}>{parts.join(" · ")}</span> : null;
}
