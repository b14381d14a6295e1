import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { decimalSign } from "./amounts";
import css from "./money.module.css";
import { tillWords } from "./words";

const KEYS = ["7", "8", "9", "4", "5", "6", "1", "2", "3", ",", "0", "⌫"];

/** Digits for fingers. It leaves the focus where it is: whoever types goes on typing. */
export function MoneyPad({ onKey, disabled = false }: { onKey: (key: string) => void; disabled?: boolean }) {
  const words = useWords(tillWords);
  return (
    <div className={css.pad} role="group" aria-label={words.pad}>
      {KEYS.map((key) => (
        <Button
          key={key}
          excludeFromTabOrder
          preventFocusOnPress
          className={css.key ?? ""}
          isDisabled={disabled}
          aria-label={key === "⌫" ? words.erase : undefined}
          onPress={() => onKey(key)}
        >
          {key === "," ? decimalSign() : key}
        </Button>
      ))}
    </div>
  );
}
