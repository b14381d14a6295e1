import type { Bill } from "../api/types";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import css from "./bill.module.css";
import { paidItems } from "./plan";
import { payWords } from "./payWords";

/** What is on a bill. */
export function BillLines({ bill }: { bill: Bill }) {
  const words = useWords(payWords);
  const paid = paidItems(bill);
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{words.quantity}</th>
          <th scope="col">{words.item}</th>
          <th scope="col" className={css.number}>
            {words.price}
          </th>
        </tr>
      </thead>
      <tbody>
        {bill.lines.map((line) => (
          <tr key={line.item_id}>
            <td className={css.quantity}>{line.quantity}</td>
            <td>
              <span className={css.item}>{line.name}</span>
              <span className={css.under}>
                {[...line.options, line.seat != null && words.seat(line.seat)].filter(Boolean).join(" · ")}
                {line.discount_cents > 0 && ` ${words.discountLine(money(-line.discount_cents, bill.currency))}`}
              </span>
            </td>
            <td className={css.number}>
              {paid.has(line.item_id) && <span className="badge badge--good">✓ {words.itemPaid}</span>}{" "}
              {money(line.total_cents, bill.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
