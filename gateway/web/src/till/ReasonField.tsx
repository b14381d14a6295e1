import { useId } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import css from "./money.module.css";
import { tillWords } from "./words";

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Reasons that are given often, for one touch. */
  usual?: readonly string[];
  disabled?: boolean;
}

/** Why something is done that is written down: typed, or one of the usual reasons. */
export function ReasonField({ value, onChange, error, usual = [], disabled = false }: Props) {
  const words = useWords(tillWords);
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {words.reason}
      </label>
      <input
        id={id}
        className="field__input"
        maxLength={200}
        autoComplete="off"
        value={value}
        disabled={disabled}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className={css.error} role="alert">
        {error}
      </p>
      {usual.length > 0 && (
        <div className="choices__row">
          {usual.map((reason) => (
            <Button key={reason} isDisabled={disabled} aria-pressed={value === reason} onPress={() => onChange(reason)}>
              {reason}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
