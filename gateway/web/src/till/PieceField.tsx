import { useId } from "react";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { piecesOf } from "./counting";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";

interface Props {
  /** Of one piece, in cents. */
  value: number;
  currency: string;
  typed: string;
  error: string | undefined;
  disabled: boolean;
  onType: (typed: string) => void;
}

/** How many there are of one coin or note, and what they come to. */
export function PieceField({ value, currency, typed, error, disabled, onType }: Props) {
  const words = useWords(drawerWords);
  const id = useId();
  const name = money(value, currency).replace(/[.,]00/, "");
  return (
    <div className={css.piece}>
      <span aria-hidden="true">{name}</span>
      <input
        className="field__input"
        inputMode="numeric"
        autoComplete="off"
        aria-label={words.pieces(name)}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        value={typed}
        disabled={disabled}
        onChange={(event) => onType(event.target.value)}
      />
      <output>{money(value * (piecesOf(typed) ?? 0), currency)}</output>
      <p id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}
