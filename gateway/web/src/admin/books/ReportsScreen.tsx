import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { money, percent } from "../../format/format";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import { TextField } from "../fields";
import { lossName } from "../methods";
import { dailyQuery, lossesQuery } from "../reads";
import { DayFigures } from "../today/DayFigures";
import type { LossReport } from "../types";
import { adminWords } from "../words";
import { businessDate } from "./dates";
import { bookWords } from "./words";

/** A day's report and what was lost on it. */
export function ReportsScreen() {
  const words = useWords(adminWords);
  const own = useWords(bookWords);
  const { timeZone, dayCutoffHour } = usePerson();
  const [date, setDate] = useState(() => businessDate(Date.now(), timeZone, dayCutoffHour));
  const daily = useQuery({ ...dailyQuery(date), enabled: date !== "" });
  const losses = useQuery({ ...lossesQuery(date), enabled: date !== "" });
  return (
    <AdminFrame title={words.reports}>
      <div className={styles.bar}>
        <TextField label={words.date} type="date" value={date} onChange={setDate} />
      </div>
      <Answer of={daily}>
        {(report) => (
          <>
            <section className={styles.panel}>
              <h2>{own.vat}</h2>
              <DataTable
                caption={own.vat}
                rows={report.figures.vat}
                keyOf={({ vat_rate_bp }) => vat_rate_bp}
                columns={[
                  { head: own.rate, cell: ({ vat_rate_bp }) => percent(vat_rate_bp) },
                  { head: own.net, cell: ({ net_cents }) => money(net_cents, report.currency), figure: true },
                  { head: own.vat, cell: ({ vat_cents }) => money(vat_cents, report.currency), figure: true },
                  { head: own.gross, cell: ({ gross_cents }) => money(gross_cents, report.currency), figure: true },
                ]}
              />
            </section>
            <DayFigures report={report} />
          </>
        )}
      </Answer>
      <Answer of={losses}>{(report) => <Losses report={report} />}</Answer>
    </AdminFrame>
  );
}

function Losses({ report }: { report: LossReport }) {
  const own = useWords(bookWords);
  const tag = useLanguage();
  return (
    <section className={styles.panel}>
      <h2>{own.losses}</h2>
      {report.data.length === 0 ? (
        <p className="empty">{own.none}</p>
      ) : (
        <DataTable
          caption={own.losses}
          rows={report.data}
          keyOf={({ kind, person, approved_by }) => `${kind} ${person.staff_id} ${approved_by?.staff_id ?? ""}`}
          columns={[
            { head: own.loss, cell: ({ kind }) => lossName(kind, tag) },
            { head: own.person, cell: ({ person }) => person.name },
            { head: own.approved, cell: ({ approved_by }) => approved_by?.name ?? "–" },
            { head: own.times, cell: ({ times }) => times, figure: true },
            { head: own.amount, cell: ({ amount_cents }) => money(amount_cents, report.currency), figure: true },
          ]}
        />
      )}
    </section>
  );
}
