import type { Bill } from "../api/types";
import { money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import css from "./bill.module.css";
import { payWords } from "./payWords";
import { tillWords } from "./words";

/** What was given back of a bill, by whom, approved by whom, and why. */
export function Refunds({ bill }: { bill: Bill }) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const { timeZone } = usePerson();
  if (bill.refunds.length === 0) {
    return null;
  }
  return (
    <section className={css.payments} aria-labelledby="refunds-title">
      <h2 id="refunds-title">{words.refunds}</h2>
      <ul>
        {bill.refunds.map((refund) => (
          <li key={refund.refund_id} className={css.payment}>
            <div className={css.facts}>
              <span className={css.item}>{shared.method(refund.method)}</span>
              {refund.credited_cents > 0 && <span className="badge badge--info">{words.credit}</span>}
              <span className={css.sumAt}>{money(-refund.amount_cents, refund.currency)}</span>
              <span className={css.under}>
                {[
                  refund.reason,
                  words.by(refund.cashier.name, time(refund.refunded_at, timeZone)),
                  shared.approver(refund.approved_by.name),
                ].join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
