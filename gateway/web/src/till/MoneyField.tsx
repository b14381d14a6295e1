import { useId, type ReactNode } from "react";
import css from "./money.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The pad writes into this field. */
  active?: boolean;
  onActive?: () => void;
  placeholder?: string;
  /** What was wrong; read out when it appears. */
  error?: string | undefined;
  hint?: ReactNode;
  autoFocus?: boolean;
  disabled?: boolean;
  /** Of any other kind than an amount. */
  text?: boolean;
  /** There is a pad beside it: the screen's own keyboard stays away. */
  pad?: boolean;
}

/** One amount: a real field for keyboards, which the pad writes into as well. */
export function MoneyField(props: Props) {
  const { label, value, onChange, active = false, onActive, placeholder, error, hint, disabled = false } = props;
  const id = useId();
  return (
    <div className={css.field} data-active={active}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={css.input}
        inputMode={props.text ? "text" : props.pad ? "none" : "decimal"}
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        // What the cashier types first on this screen.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.autoFocus ?? false}
        onFocus={onActive}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className={css.error} role="alert">
        {error}
      </p>
      <p id={`${id}-hint`} className={css.hint}>
        {hint}
      </p>
    </div>
  );
}
