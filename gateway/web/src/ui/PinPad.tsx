import { useId, type SubmitEvent } from "react";
import { Button } from "./Button";
import "./pinpad.css";
import { useWords } from "../i18n/words";
import { pinPadWords } from "./pinPadWords";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  maxLength: number;
  minLength: number;
  submitLabel: string;
  /** Typed digits are shown as dots. */
  secret?: boolean;
  /** Letters may be typed on the device's own keyboard. */
  letters?: boolean;
  disabled?: boolean;
  /** What was wrong; read out when it appears. */
  error?: string | undefined;
  autoFocus?: boolean;
}

/**
 * Digits for thumbs, and a real field for keyboards: both write into the same value. The screen's own keyboard stays away,
 * unless letters are asked for.
 */
export function PinPad(props: Props) {
  const { label, value, onChange, onSubmit, maxLength, minLength, submitLabel, secret, letters, disabled, error } =
    props;
  const words = useWords(pinPadWords);
  const id = useId();
  const errorId = `${id}-error`;
  const type = (digit: string) => onChange((value + digit).slice(0, maxLength));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!disabled && value.length >= minLength) {
      onSubmit();
    }
  };
  return (
    <form className="pinpad" onSubmit={submit} autoComplete="off">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="pinpad__field"
        type={secret ? "password" : "text"}
        inputMode={letters ? "text" : "none"}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={value}
        maxLength={maxLength}
        aria-invalid={error !== undefined}
        aria-describedby={error ? errorId : undefined}
        // The one field of this step, which was just asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.autoFocus}
        onChange={(event) => onChange(allowed(event.target.value, letters === true))}
      />
      <p id={errorId} className="pinpad__error" role="alert">
        {error}
      </p>
      <div className="pinpad__keys">
        {DIGITS.map((digit) => (
          <Button key={digit} excludeFromTabOrder className="pinpad__key" onPress={() => type(digit)}>
            {digit}
          </Button>
        ))}
        <Button
          excludeFromTabOrder
          className="pinpad__key"
          aria-label={words.erase}
          isDisabled={value === ""}
          onPress={() => onChange(value.slice(0, -1))}
        >
          ⌫
        </Button>
        <Button excludeFromTabOrder className="pinpad__key" onPress={() => type("0")}>
          0
        </Button>
        <Button
          kind="primary"
          className="pinpad__key"
          type="submit"
          isDisabled={disabled === true || value.length < minLength}
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

function allowed(text: string, letters: boolean): string {
  return letters ? text.toUpperCase().replace(/[^0-9A-Z]/g, "") : text.replace(/\D/g, "");
}
