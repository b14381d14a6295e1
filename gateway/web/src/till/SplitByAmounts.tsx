import { useState } from "react";
import type { Bill } from "../api/types";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { centsOf, withKey } from "./amounts";
import { MoneyField } from "./MoneyField";
import { MoneyPad } from "./MoneyPad";
import { partName } from "./PartsBar";
import { payWords } from "./payWords";
import { planOfAmounts, type Plan } from "./plan";
import css from "./split.module.css";
import { tillWords } from "./words";

/** Guests say what they want to pay; the rest is a part of its own. */
export function SplitByAmounts({ bill, onDone }: { bill: Bill; onDone: (plan: Plan) => void }) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const [amounts, setAmounts] = useState<readonly number[]>([]);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const rest = bill.left_cents - amounts.reduce((sum, each) => sum + each, 0);
  const add = () => {
    const cents = centsOf(typed);
    if (cents === undefined || cents < 1) {
      setError(shared.noAmount);
    } else if (cents > rest) {
      setError(words.amountsTooMuch(money(rest, bill.currency)));
    } else {
      setAmounts([...amounts, cents]);
      setTyped("");
      setError(undefined);
    }
  };
  const type = (next: string) => {
    setTyped(next);
    setError(undefined);
  };
  const plan = planOfAmounts(amounts, bill.left_cents);
  return (
    <div className={css.one}>
      <form
        className={css.adding}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <MoneyField
          label={words.amount}
          value={typed}
          onChange={type}
          error={error}
          hint={words.amountsHint}
          active
          pad
          autoFocus
        />
        <Button type="submit">{words.addAmount}</Button>
      </form>
      <MoneyPad onKey={(key) => type(withKey(typed, key))} />
      <ul className={css.shares}>
        {plan.parts.map((part, index) => (
          <li key={index}>
            <span>{partName(part, words)}</span>
            <strong>{money(part.amountCents, bill.currency)}</strong>
            {part.name === "GUEST" && (
              <Button
                kind="quiet"
                aria-label={words.remove(partName(part, words))}
                onPress={() => setAmounts(amounts.filter((_, at) => at !== index))}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button kind="primary" isDisabled={amounts.length === 0} onPress={() => onDone(plan)}>
        {words.splitNow}
      </Button>
    </div>
  );
}
