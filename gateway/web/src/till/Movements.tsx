import { money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";
import type { CashMovement } from "./types";
import { tillWords } from "./words";

/** What went through a drawer, the newest first. */
export function Movements({ movements, currency }: { movements: readonly CashMovement[]; currency: string }) {
  const words = useWords(drawerWords);
  const shared = useWords(tillWords);
  const { timeZone } = usePerson();
  if (movements.length === 0) {
    return <p className={css.soft}>{words.noMovements}</p>;
  }
  return (
    // Scrolls when there is much, and so has to be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.scroll} role="region" aria-label={words.movements} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col" className={css.number}>
              {shared.amount}
            </th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.who}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map((movement) => (
            <tr key={movement.movement_id}>
              <td>{time(movement.at, timeZone)}</td>
              <td>{words.kinds(movement.kind)}</td>
              <td className={css.number}>{money(movement.amount_cents, currency)}</td>
              <td>{movement.reason ?? (movement.payment_id != null && words.payment(movement.payment_id))}</td>
              <td>
                {movement.by.name}
                {movement.approved_by && (
                  <span className={css.soft}> · {shared.approver(movement.approved_by.name)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
