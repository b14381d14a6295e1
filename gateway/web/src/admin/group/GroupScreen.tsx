import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { day, money, time } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { ChartFigure } from "../chart/ChartFigure";
import { DataTable } from "../DataTable";
import { TextField } from "../fields";
import { restaurantsReportQuery } from "../reads";
import { Card } from "../today/Card";
import type { RestaurantReport } from "../types";
import { adminWords } from "../words";
import { byCurrency, namesOf, type OfCurrency } from "./group";
import { groupWords } from "./words";

/** The restaurants of the group side by side, of one day. */
export function GroupScreen() {
  const words = useWords(adminWords);
  const own = useWords(groupWords);
  const [date, setDate] = useState("");
  const report = useQuery(restaurantsReportQuery(date || undefined));
  return (
    <AdminFrame title={words.group}>
      <div className={styles.bar}>
        <TextField label={words.date} type="date" value={date} hint={own.dateHint} onChange={setDate} />
      </div>
      <Answer of={report}>{(read) => <SideBySide report={read} />}</Answer>
    </AdminFrame>
  );
}

function SideBySide({ report }: { report: RestaurantReport }) {
  const words = useWords(adminWords);
  const own = useWords(groupWords);
  const { timeZone } = usePerson();
  const nameOf = namesOf(report.data);
  const groups = byCurrency(report.data);
  return (
    <>
      <p className={styles.hint}>{own.asOf(time(report.as_of, timeZone))}</p>
      {groups.map((group) => (
        <Totals key={group.currency} group={group} />
      ))}
      <section className={styles.panel}>
        <h2>{own.sideBySide}</h2>
        <DataTable
          caption={own.sideBySide}
          rows={report.data}
          keyOf={({ restaurant_id }) => restaurant_id}
          columns={[
            { head: own.restaurant, cell: nameOf },
            { head: words.date, cell: ({ business_date }) => day(business_date) },
            { head: own.takings, cell: (row) => money(row.takings_cents, row.currency), figure: true },
            { head: own.sales, cell: (row) => money(row.total_cents, row.currency), figure: true },
            { head: own.tickets, cell: ({ tickets }) => tickets, figure: true },
            { head: own.covers, cell: ({ covers }) => covers, figure: true },
            { head: own.average, cell: (row) => money(row.average_ticket_cents, row.currency), figure: true },
            { head: own.openBills, cell: ({ open_bills }) => open_bills, figure: true },
            {
              head: own.closedThrough,
              cell: ({ closed_through }) => (closed_through ? day(closed_through) : own.notClosed),
            },
          ]}
        />
      </section>
      <div className={styles.panels}>
        {groups.map(({ currency, rows }) => (
          <ChartFigure
            key={currency}
            title={own.takingsIn(currency)}
            kind="bar"
            rows={rows}
            labelOf={nameOf}
            label={own.takings}
            valueOf={({ takings_cents }) => takings_cents}
            format={(cents) => money(cents, currency)}
            axis={(cents) => money(cents, currency)}
            columns={[
              { head: own.restaurant, cell: nameOf },
              { head: own.takings, cell: (row) => money(row.takings_cents, currency), figure: true },
            ]}
            empty={own.nothing}
          />
        ))}
        <ChartFigure
          title={own.covers}
          kind="bar"
          rows={report.data}
          labelOf={nameOf}
          label={own.covers}
          valueOf={({ covers }) => covers}
          format={String}
          columns={[
            { head: own.restaurant, cell: nameOf },
            { head: own.covers, cell: ({ covers }) => covers, figure: true },
          ]}
          empty={own.nothing}
        />
      </div>
    </>
  );
}

function Totals({ group: { currency, rows, takingsCents, salesCents, covers } }: { group: OfCurrency }) {
  const own = useWords(groupWords);
  return (
    <div className={styles.cards}>
      <Card name={own.takingsIn(currency)} below={own.restaurants(rows.length)}>
        {money(takingsCents, currency)}
      </Card>
      <Card name={own.sales}>{money(salesCents, currency)}</Card>
      <Card name={own.covers}>{covers}</Card>
    </div>
  );
}
