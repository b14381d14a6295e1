import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { centsOf, typedOf } from "./amounts";
import css from "./pay.module.css";
import { payWords } from "./payWords";

const NOTES = [500, 1000, 2000, 5000] as const;

interface Props {
  tendered: string;
  change: number | undefined;
  currency: string;
  disabled: boolean;
  onTender: (typed: string) => void;
  onExact: () => void;
  onKeep: (cents: number) => void;
}

/** Notes as they are put on the counter, one press each, and what is to be handed back, large. */
export function QuickNotes({ tendered, change, currency, disabled, onTender, onExact, onKeep }: Props) {
  const words = useWords(payWords);
  return (
    <>
      <div className={css.notes} role="group" aria-label={words.notesGiven}>
        {NOTES.map((note) => (
          <Button
            key={note}
            preventFocusOnPress
            isDisabled={disabled}
            onPress={() => onTender(typedOf((centsOf(tendered) ?? 0) + note))}
          >
            {money(note, currency).replace(/[.,]00/, "")}
          </Button>
        ))}
        <Button preventFocusOnPress isDisabled={disabled} onPress={onExact}>
          {words.exact}
        </Button>
      </div>
      <div className={css.change} data-missing={(change ?? 0) < 0}>
        <span>{(change ?? 0) < 0 ? words.missing : words.change}</span>
        {change !== undefined && change > 0 && (
          <Button kind="quiet" isDisabled={disabled} onPress={() => onKeep(change)}>
            {words.keepChange}
          </Button>
        )}
        <output>{money(Math.abs(change ?? 0), currency)}</output>
      </div>
    </>
  );
}
