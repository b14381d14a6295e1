import { money } from "../../format/format";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { ChartFigure } from "../chart/ChartFigure";
import { DataTable } from "../DataTable";
import { methodName } from "../methods";
import type { DailyReport } from "../types";
import { todayWords } from "./words";

/** A day's charts and tables: by hour, by method, by dish, by waiter. */
export function DayFigures({ report }: { report: DailyReport }) {
  const words = useWords(todayWords);
  const tag = useLanguage();
  const amount = (cents: number) => money(cents, report.currency);
  const hourOf = ({ hour }: { hour: number }) => `${hour} h`;
  return (
    <>
      <div className={styles.panels}>
        <ChartFigure
          title={words.perHour}
          kind="bar"
          rows={report.hours}
          labelOf={hourOf}
          label={words.ticketsHead}
          valueOf={({ tickets }) => tickets}
          format={words.tickets}
          columns={[
            { head: words.hour, cell: hourOf },
            { head: words.ticketsHead, cell: ({ tickets }) => tickets, figure: true },
            { head: words.covers, cell: ({ covers }) => covers, figure: true },
            { head: words.salesHead, cell: ({ total_cents }) => amount(total_cents), figure: true },
          ]}
          empty={words.nothing}
        />
        <ChartFigure
          title={words.mix}
          kind="doughnut"
          rows={report.figures.methods}
          labelOf={({ method }) => methodName(method, tag)}
          label={words.amount}
          valueOf={({ amount_cents }) => Math.max(0, amount_cents)}
          format={amount}
          columns={[
            { head: words.method, cell: ({ method }) => methodName(method, tag) },
            { head: words.amount, cell: ({ amount_cents }) => amount(amount_cents), figure: true },
          ]}
          empty={words.nothing}
        />
      </div>
      <div className={styles.panels}>
        <section className={styles.panel}>
          <h2>{words.dishes}</h2>
          <DataTable
            caption={words.dishes}
            rows={report.dishes.slice(0, 12)}
            keyOf={({ dish_id }) => dish_id}
            columns={[
              { head: words.dish, cell: ({ name }) => name },
              { head: words.quantity, cell: ({ quantity }) => quantity, figure: true },
              { head: words.salesHead, cell: ({ total_cents }) => amount(total_cents), figure: true },
            ]}
          />
        </section>
        <section className={styles.panel}>
          <h2>{words.waiters}</h2>
          <DataTable
            caption={words.waiters}
            rows={report.waiters}
            keyOf={({ waiter }) => waiter.staff_id}
            columns={[
              { head: words.waiter, cell: ({ waiter }) => waiter.name },
              { head: words.ticketsHead, cell: ({ tickets }) => tickets, figure: true },
              { head: words.covers, cell: ({ covers }) => covers, figure: true },
              { head: words.salesHead, cell: ({ total_cents }) => amount(total_cents), figure: true },
            ]}
          />
        </section>
      </div>
    </>
  );
}
