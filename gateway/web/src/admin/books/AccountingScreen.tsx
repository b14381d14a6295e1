import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { day } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import { download } from "../download";
import { SelectField, TextField } from "../fields";
import type { AccountingEntry } from "../types";
import { adminWords } from "../words";
import { businessDate } from "./dates";
import { MoreButton } from "./MoreButton";
import { entriesQuery, type EntryState } from "./reads";
import { tryTo, useAction } from "./useAction";
import { bookWords } from "./words";

const STATES = ["all", "PENDING", "SENT", "DEAD"] as const;

/** Entries on their way to the books, those that were refused, and the file for the tax administration. */
export function AccountingScreen() {
  const words = useWords(adminWords);
  const own = useWords(bookWords);
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const entries = useInfiniteQuery(entriesQuery(state === "all" ? undefined : state));
  const { run, busy } = useAction(
    (key) => answerOf(api.POST("/api/accounting/resend", { params: { header: { "Idempotency-Key": key } } })),
    ({ resent }) => own.resent(resent),
    ["books", "accounting"],
  );
  return (
    <AdminFrame title={words.accounting}>
      <FecPanel />
      <section className={styles.panel}>
        <div className={styles.bar}>
          <SelectField
            label={own.state}
            value={state}
            options={STATES.map((each) => ({ value: each, text: own[each] }))}
            onChange={setState}
          />
          <Button isDisabled={busy} onPress={run}>
            {own.resendAll}
          </Button>
        </div>
        <Answer of={entries}>
          {(rows) => (rows.length === 0 ? <p className="empty">{own.none}</p> : <Entries rows={rows} />)}
        </Answer>
        <MoreButton of={entries} />
      </section>
    </AdminFrame>
  );
}

function Entries({ rows }: { rows: AccountingEntry[] }) {
  const own = useWords(bookWords);
  const words = useWords(adminWords);
  return (
    <DataTable
      caption={own.entries}
      rows={rows}
      keyOf={({ entry_id }) => entry_id}
      columns={[
        { head: own.document, cell: ({ document_no }) => document_no },
        { head: own.journal, cell: ({ journal, entry_no }) => `${journal} ${entry_no}` },
        { head: words.date, cell: ({ entry_date }) => day(entry_date) },
        { head: own.state, cell: ({ state }) => <StateBadge state={state} /> },
        { head: own.failure, cell: ({ last_failure }) => last_failure ?? "" },
        {
          head: own.resend,
          cell: (entry) => (entry.state === "DEAD" ? <Resend entry={entry} /> : null),
        },
      ]}
    />
  );
}

const BADGES = { PENDING: ["info", "…"], SENT: ["good", "✓"], DEAD: ["bad", "✕"] } as const;

function StateBadge({ state }: { state: string }) {
  const own = useWords(bookWords);
  if (!(state in BADGES)) {
    return state;
  }
  const known = state as EntryState;
  const [kind, sign] = BADGES[known];
  return (
    <span className={`badge badge--${kind}`}>
      <span aria-hidden="true">{sign}</span> {own[known]}
    </span>
  );
}

function Resend({ entry }: { entry: AccountingEntry }) {
  const own = useWords(bookWords);
  const { run, busy } = useAction(
    (key) =>
      answerOf(
        api.POST("/api/accounting/entries/{entry_id}/resend", {
          params: { path: { entry_id: entry.entry_id }, header: { "Idempotency-Key": key } },
        }),
      ),
    ({ resent }) => own.resent(resent),
    ["books", "accounting"],
  );
  return (
    <Button isDisabled={busy} aria-label={`${own.resend} : ${entry.document_no}`} onPress={run}>
      {own.resend}
    </Button>
  );
}

function FecPanel() {
  const own = useWords(bookWords);
  const { timeZone, dayCutoffHour } = usePerson();
  const [to, setTo] = useState(() => businessDate(Date.now(), timeZone, dayCutoffHour));
  const [from, setFrom] = useState(() => `${to.slice(0, 4)}-01-01`);
  return (
    <section className={styles.panel}>
      <h2>{own.fec}</h2>
      <p>{own.fecText}</p>
      <div className={styles.bar}>
        <TextField label={own.from} type="date" value={from} onChange={setFrom} />
        <TextField label={own.to} type="date" value={to} onChange={setTo} />
        <Button
          isDisabled={from === "" || to === ""}
          onPress={() =>
            tryTo(download(`/api/accounting/fec?from=${from}&to=${to}`, `FEC${to.replaceAll("-", "")}.txt`))
          }
        >
          {own.fecGet}
        </Button>
      </div>
    </section>
  );
}
