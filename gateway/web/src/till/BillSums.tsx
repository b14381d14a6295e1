import type { Bill } from "../api/types";
import { money, percent } from "../format/format";
import { useWords } from "../i18n/words";
import css from "./bill.module.css";
import { payWords } from "./payWords";

/** What a bill comes to, what was paid of it, and its VAT. */
export function BillSums({ bill }: { bill: Bill }) {
  const words = useWords(payWords);
  const sum = (label: string, cents: number, strong = false) => (
    <div className={strong ? `${css.sum} ${css.strong}` : css.sum}>
      <dt>{label}</dt>
      <dd>{money(cents, bill.currency)}</dd>
    </div>
  );
  return (
    <div className={css.figures}>
      <dl>
        {bill.discount_cents > 0 && sum(words.discounts, -bill.discount_cents)}
        {bill.credited_cents > 0 && sum(words.credited, -bill.credited_cents)}
        {sum(words.due, bill.due_cents, true)}
        {bill.paid_cents !== 0 && sum(words.paid, bill.paid_cents)}
        {bill.reserved_cents > 0 && sum(words.reserved, bill.reserved_cents)}
        {bill.left_cents < 0
          ? sum(words.giveBack, -bill.left_cents, true)
          : bill.left_cents !== bill.due_cents && sum(words.left, bill.left_cents, true)}
        {bill.tip_cents > 0 && sum(words.tips, bill.tip_cents)}
      </dl>
      <table className={`${css.table} ${css.vat}`}>
        <caption className="visually-hidden">{words.vat}</caption>
        <thead>
          <tr>
            {[words.rate, words.net, words.tax, words.gross].map((label) => (
              <th key={label} scope="col" className={css.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bill.vat.map((share) => (
            <tr key={share.vat_rate_bp}>
              <th scope="row" className={css.number}>
                {percent(share.vat_rate_bp)}
              </th>
              {[share.net_cents, share.vat_cents, share.gross_cents].map((cents, index) => (
                <td key={index} className={css.number}>
                  {money(cents, bill.currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {bill.ticket_nos.length > 0 && <p className={css.under}>{words.tickets(bill.ticket_nos.join(", "))}</p>}
    </div>
  );
}
