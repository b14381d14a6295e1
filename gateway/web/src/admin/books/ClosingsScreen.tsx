import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { day, money, time } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import { Sheet } from "../../ui/Sheet";
import { common } from "../../ui/words";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import { download } from "../download";
import { SelectField, TextField } from "../fields";
import type { Closing, ClosingKind } from "../types";
import { adminWords } from "../words";
import { businessDate } from "./dates";
import { MoreButton } from "./MoreButton";
import { closingsQuery } from "./reads";
import { tryTo, useAction } from "./useAction";
import { bookWords } from "./words";

/** Closings of days, months and years, and the next one. */
export function ClosingsScreen() {
  const words = useWords(adminWords);
  const own = useWords(bookWords);
  const closings = useInfiniteQuery(closingsQuery);
  return (
    <AdminFrame title={words.closings}>
      <CloseForm />
      <Answer of={closings}>
        {(rows) => (
          <section className={styles.panel}>
            {rows.length === 0 ? <p className="empty">{own.none}</p> : <ClosingTable rows={rows} />}
            <MoreButton of={closings} />
          </section>
        )}
      </Answer>
    </AdminFrame>
  );
}

function ClosingTable({ rows }: { rows: Closing[] }) {
  const words = useWords(adminWords);
  const own = useWords(bookWords);
  const { timeZone } = usePerson();
  const print = ({ closing_id, kind, closing_no }: Closing) =>
    download(`/api/closings/${closing_id}`, `${kind}-${closing_no}.txt`, "text/plain");
  return (
    <DataTable
      caption={words.closings}
      rows={rows}
      keyOf={({ closing_id }) => closing_id}
      columns={[
        {
          head: own.kind,
          cell: ({ kind, closing_no }) => `${own[kind as ClosingKind] ?? kind} n° ${closing_no}`,
        },
        {
          head: own.period,
          cell: ({ first_day, last_day }) =>
            first_day === last_day ? day(first_day) : `${day(first_day)} – ${day(last_day)}`,
        },
        {
          head: own.total,
          cell: ({ figures, currency }) => money(figures.sums.total_cents, currency),
          figure: true,
        },
        {
          head: own.perpetual,
          cell: ({ perpetual, currency }) => money(perpetual.total_cents, currency),
          figure: true,
        },
        { head: own.openBills, cell: ({ open_bills }) => open_bills, figure: true },
        {
          head: own.closedAt,
          cell: ({ closed_at }) => `${day(new Date(closed_at), timeZone)} ${time(closed_at, timeZone)}`,
        },
        { head: own.by, cell: ({ closed_by }) => closed_by.name },
        {
          head: own.print,
          cell: (closing) => (
            <Button
              aria-label={`${own.print} : ${closing.kind} ${closing.closing_no}`}
              onPress={() => tryTo(print(closing))}
            >
              {own.print}
            </Button>
          ),
        },
      ]}
    />
  );
}

const KINDS = ["DAY", "MONTH", "YEAR"] as const;

function CloseForm() {
  const words = useWords(adminWords);
  const own = useWords(bookWords);
  const shared = useWords(common);
  const { timeZone, dayCutoffHour } = usePerson();
  const [kind, setKind] = useState<ClosingKind>("DAY");
  const [date, setDate] = useState(() => businessDate(Date.now(), timeZone, dayCutoffHour));
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(
    (key) =>
      answerOf(
        api.POST("/api/closings", {
          params: { header: { "Idempotency-Key": key } },
          body: { kind, business_date: date },
        }),
      ),
    () => own.closed,
    ["books"],
  );
  return (
    <section className={styles.panel}>
      <h2>{own.closeTitle}</h2>
      <p>{own.closeText}</p>
      <div className={styles.bar}>
        <SelectField
          label={own.kind}
          value={kind}
          options={KINDS.map((each) => ({ value: each, text: own[each] }))}
          onChange={setKind}
        />
        <TextField label={words.date} type="date" value={date} onChange={setDate} />
        <Button kind="primary" isDisabled={busy || date === ""} onPress={() => setAsking(true)}>
          {own.close}
        </Button>
      </div>
      {asking && (
        <Sheet title={own.closeTitle} alert dismissable={false} onClose={() => setAsking(false)}>
          <p>{own.closeSure(own[kind], day(date))}</p>
          <div className="sheet__actions">
            <Button onPress={() => setAsking(false)}>{shared.cancel}</Button>
            <Button
              kind="primary"
              onPress={() => {
                setAsking(false);
                run();
              }}
            >
              {own.close}
            </Button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
