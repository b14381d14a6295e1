import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { typedOf } from "./amounts";
import { MoneyField } from "./MoneyField";
import css from "./pay.module.css";
import type { Complaint, Draft, Field, Target } from "./paying";
import { payWords } from "./payWords";
import { tillWords } from "./words";

interface Props {
  draft: Draft;
  target: Target;
  currency: string;
  active: Field;
  complaint: Complaint | undefined;
  disabled: boolean;
  onActive: (field: Field) => void;
  onChange: (field: Field, value: string) => void;
}

/** The fields of a payment, as many as its method has. */
export function Amounts({ draft, target, currency, active, complaint, disabled, onActive, onChange }: Props) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const field = (
    name: Field,
    label: string,
    rest: { placeholder?: string; autoFocus?: boolean; hint?: string; text?: boolean },
  ) => (
    <MoneyField
      label={label}
      value={draft[name]}
      active={active === name}
      disabled={disabled}
      pad
      error={complaint?.field === name ? why(complaint) : undefined}
      onActive={() => onActive(name)}
      onChange={(value) => onChange(name, value)}
      {...rest}
    />
  );
  const why = ({ kind, cents }: Complaint): string => {
    switch (kind) {
      case "NO_AMOUNT":
        return shared.noAmount;
      case "TOO_MUCH":
        return words.tooMuch(money(cents, currency));
      case "TOO_LITTLE":
        return words.tooLittle(money(cents, currency));
      case "BAD_HOLDER":
        return words.badHolder;
    }
  };
  const whole = typedOf(target.amountCents);
  return (
    <div className={css.amounts}>
      {field("amount", words.amount, { placeholder: whole, autoFocus: draft.method !== "CASH" })}
      {draft.method === "CASH" && field("tendered", words.tendered, { placeholder: whole, autoFocus: true })}
      {draft.method === "MEAL_VOUCHER"
        ? field("holder", words.holder, { hint: words.holderWhy, text: true })
        : field("tip", words.tip, { placeholder: typedOf(0) })}
    </div>
  );
}
