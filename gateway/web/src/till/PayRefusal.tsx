import { Link } from "@tanstack/react-router";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { explain, Problem } from "../problems/problem";
import { Button } from "../ui/Button";
import { mostIn } from "./amounts";
import css from "./pay.module.css";
import { payWords } from "./payWords";
import type { Writing } from "./useWrite";

interface Props<B, A> {
  writing: Writing<B, A>;
  currency: string;
  /** Takes what the server would have taken instead. */
  onMost: (cents: number) => void;
}

/** Why money was not taken or given back, and what to do now. */
export function PayRefusal<B, A>({ writing, currency, onMost }: Props<B, A>) {
  const words = useWords(payWords);
  const { failure } = writing;
  if (failure === null || writing.busy || writing.unanswered !== undefined) {
    return null;
  }
  const problem = failure instanceof Problem ? failure : undefined;
  const most = problem && mostIn(problem);
  return (
    <div className="notice notice--bad" role="alert">
      <div className={css.stack}>
        <p>{inWords(failure, most, currency, words)}</p>
        {most !== undefined && most > 0 && (
          <Button onPress={() => onMost(most)}>{words.take(money(most, currency))}</Button>
        )}
        {problem?.code === "DRAWER_CLOSED" && (
          <Link to="/till/drawer" className="button">
            {words.openDrawer}
          </Link>
        )}
      </div>
    </div>
  );
}

interface Words {
  voucherMost: (amount: string) => string;
  voucherNone: string;
  tooMuch: (amount: string) => string;
  refundMost: (amount: string) => string;
}

function inWords(failure: Error, most: number | undefined, currency: string, words: Words): string {
  const code = failure instanceof Problem ? failure.code : "";
  if (most === undefined) {
    return explain(failure);
  }
  switch (code) {
    case "VOUCHER_LIMIT":
      return most > 0 ? words.voucherMost(money(most, currency)) : words.voucherNone;
    case "OVERPAYMENT":
      return words.tooMuch(money(most, currency));
    case "REFUND_TOO_MUCH":
      return words.refundMost(money(most, currency));
    default:
      return explain(failure);
  }
}
