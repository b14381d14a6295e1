import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "../../api/client";
import { day, time } from "../../format/format";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { verificationQuery } from "../books/reads";
import { DataTable } from "../DataTable";
import { Card } from "../today/Card";
import type { OpsSummary } from "../types";
import { adminWords } from "../words";
import { Tools } from "./Tools";
import { healthWords } from "./words";

const opsQuery = queryOptions({
  queryKey: ["ops"],
  refetchInterval: 10_000,
  staleTime: 0,
  queryFn: ({ signal }): Promise<OpsSummary> => answerOf(api.GET("/api/ops/summary", { signal })),
});

/** Whether the installation is well. A figure that nobody can tell is said to be unknown. */
export function HealthScreen() {
  const words = useWords(adminWords);
  const ops = useQuery(opsQuery);
  return (
    <AdminFrame title={words.health}>
      <Answer of={ops}>{(summary) => <Summary summary={summary} />}</Answer>
      <Tools />
    </AdminFrame>
  );
}

function Summary({ summary }: { summary: OpsSummary }) {
  const words = useWords(healthWords);
  const tag = useLanguage();
  const { timeZone } = usePerson();
  const source = summary.source === "PROMETHEUS" ? words.PROMETHEUS : words.INSTANCES;
  const figure = (value: number | null | undefined, told: (text: string) => string) =>
    value == null ? words.unknown : told(value.toLocaleString(tag, { maximumFractionDigits: 1 }));
  const closed = summary.last_closing_at;
  const saved = summary.last_backup_at;
  return (
    <>
      <p className={styles.hint}>{words.takenAt(time(summary.taken_at, timeZone), source)}</p>
      <section className={styles.panel}>
        <h2>{words.services}</h2>
        <DataTable
          caption={words.services}
          rows={summary.services}
          keyOf={({ service }) => service}
          columns={[
            { head: words.service, cell: ({ service }) => service },
            { head: words.instances, cell: ({ up, expected }) => <State up={up} expected={expected} /> },
          ]}
        />
      </section>
      <div className={styles.cards}>
        <Card name={words.traffic}>{figure(summary.requests_per_second, words.perSecond)}</Card>
        <Card name={words.p95}>{figure(summary.p95_ms, words.ms)}</Card>
        <Card name={words.errors}>{figure(summary.error_rate_percent, words.percent)}</Card>
        <Card name={words.openOrders} below={words.wholeInstallation}>
          {figure(summary.open_orders, (text) => text)}
        </Card>
        <Card name={words.outbox} below={figure(summary.outbox_oldest_seconds, words.oldest)}>
          {figure(summary.outbox_pending, (text) => text)}
        </Card>
        <Card name={words.lastClosing} below={closed && time(closed, timeZone)}>
          {closed ? day(new Date(closed), timeZone) : words.never}
        </Card>
        <Card name={words.lastBackup} below={saved && time(saved, timeZone)}>
          {saved ? day(new Date(saved), timeZone) : words.unknown}
        </Card>
        <JournalCard />
      </div>
    </>
  );
}

/** Of the own restaurant's journal; what it says in full is on a page of its own. */
function JournalCard() {
  const words = useWords(healthWords);
  const { timeZone } = usePerson();
  const { data: told, isPending } = useQuery(verificationQuery);
  const when = told && `${day(new Date(told.verified_at), timeZone)} ${time(told.verified_at, timeZone)}`;
  return (
    <Card name={words.journal} below={when}>
      {told ? (told.failed ? words.journalBroken : words.journalIntact) : isPending ? "…" : words.unknown}
    </Card>
  );
}

function State({ up, expected }: { up: number; expected: number }) {
  const words = useWords(healthWords);
  const [kind, sign, told] =
    up >= expected
      ? (["good", "✓", words.allUp] as const)
      : up > 0
        ? (["warn", "▲", words.someUp] as const)
        : (["bad", "✕", words.noneUp] as const);
  return (
    <span className={`badge badge--${kind}`}>
      <span aria-hidden="true">{sign}</span> {words.upOf(up, expected)} · {told}
    </span>
  );
}
