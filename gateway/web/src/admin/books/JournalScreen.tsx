import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { day, time } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import { download } from "../download";
import { TextField } from "../fields";
import type { Verification } from "../types";
import { adminWords } from "../words";
import { businessDate } from "./dates";
import { MoreButton } from "./MoreButton";
import { archivesQuery, journalQuery, verificationQuery } from "./reads";
import { tryTo, useAction } from "./useAction";
import { bookWords } from "./words";

/** The fiscal journal: whether it is intact, its entries, and archives of it. */
export function JournalScreen() {
  const words = useWords(adminWords);
  return (
    <AdminFrame title={words.journal}>
      <div className={styles.panels}>
        <VerificationPanel />
        <ArchivePanel />
      </div>
      <EntryPanel />
    </AdminFrame>
  );
}

function VerificationPanel() {
  const own = useWords(bookWords);
  const verification = useQuery(verificationQuery);
  const { run, busy } = useAction(
    (key) => answerOf(api.POST("/api/fiscal/verifications", { params: { header: { "Idempotency-Key": key } } })),
    (told: Verification) =>
      told.broken
        ? own.broken(told.broken.sequence, told.broken.meaning)
        : own.intact(told.verified_to, told.head_sequence),
    ["books", "verification"],
  );
  return (
    <section className={styles.panel}>
      <h2>{own.verification}</h2>
      <Answer of={verification}>{(told) => <Verified told={told} />}</Answer>
      <div>
        <Button isDisabled={busy} onPress={run}>
          {own.verifyNow}
        </Button>
      </div>
    </section>
  );
}

function Verified({ told }: { told: Verification | null }) {
  const own = useWords(bookWords);
  const { timeZone } = usePerson();
  if (!told) {
    return <p>{own.notVerified}</p>;
  }
  const when = `${day(new Date(told.verified_at), timeZone)} ${time(told.verified_at, timeZone)}`;
  return (
    <div className={`notice ${told.failed ? "notice--bad" : "notice--good"}`}>
      <span aria-hidden="true">{told.failed ? "✕" : "✓"}</span>
      <p>
        {told.broken
          ? own.broken(told.broken.sequence, told.broken.meaning)
          : own.intact(told.verified_to, told.head_sequence)}{" "}
        {own.verifiedAt(when)}
      </p>
    </div>
  );
}

function ArchivePanel() {
  const own = useWords(bookWords);
  const { timeZone, dayCutoffHour } = usePerson();
  const [to, setTo] = useState(() => businessDate(Date.now(), timeZone, dayCutoffHour));
  const [from, setFrom] = useState(() => `${to.slice(0, 8)}01`);
  const archives = useInfiniteQuery(archivesQuery);
  const { run, busy } = useAction(
    (key) =>
      answerOf(
        api.POST("/api/fiscal/archives", { params: { header: { "Idempotency-Key": key } }, body: { from, to } }),
      ),
    () => own.archived,
    ["books"],
  );
  return (
    <section className={styles.panel}>
      <h2>{own.archives}</h2>
      <div className={styles.bar}>
        <TextField label={own.from} type="date" value={from} onChange={setFrom} />
        <TextField label={own.to} type="date" value={to} onChange={setTo} />
        <Button isDisabled={busy || from === "" || to === ""} onPress={run}>
          {own.makeArchive}
        </Button>
      </div>
      <Answer of={archives}>
        {(rows) => (
          <DataTable
            caption={own.archives}
            rows={rows}
            keyOf={({ archive_id }) => archive_id}
            columns={[
              { head: own.period, cell: (archive) => `${day(archive.from)} – ${day(archive.to)}` },
              { head: own.entries, cell: ({ entries }) => entries, figure: true },
              { head: own.by, cell: ({ made_by }) => made_by.name },
              {
                head: own.download,
                cell: ({ archive_id, from: first, to: last }) => (
                  <Button
                    aria-label={`${own.download} : ${first} – ${last}`}
                    onPress={() => tryTo(download(`/api/fiscal/archives/${archive_id}`, `archive-${archive_id}.zip`))}
                  >
                    {own.download}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <MoreButton of={archives} />
    </section>
  );
}

function EntryPanel() {
  const own = useWords(bookWords);
  const { timeZone } = usePerson();
  const journal = useInfiniteQuery(journalQuery);
  return (
    <section className={styles.panel}>
      <h2>{own.entries}</h2>
      <Answer of={journal}>
        {(rows) => (
          <DataTable
            caption={own.entries}
            rows={rows}
            keyOf={({ sequence }) => sequence}
            columns={[
              { head: own.number, cell: ({ sequence }) => sequence },
              { head: own.loss, cell: ({ kind }) => kind },
              {
                head: own.when,
                cell: ({ occurred_at }) => `${day(new Date(occurred_at), timeZone)} ${time(occurred_at, timeZone)}`,
              },
              { head: own.operator, cell: ({ operator }) => operator?.name ?? own.system },
              {
                head: own.content,
                cell: ({ payload, hash }) => (
                  <details>
                    <summary>{own.content}</summary>
                    <pre className={styles.mono}>
                      {JSON.stringify(payload, null, 2)}
                      {`\n${hash}`}
                    </pre>
                  </details>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <MoreButton of={journal} />
    </section>
  );
}
