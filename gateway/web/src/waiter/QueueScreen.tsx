import { useNavigate } from "@tanstack/react-router";
import type { Order } from "../api/types";
import { outbox, useOutbox } from "../app/live";
import { time } from "../format/format";
import { useWords } from "../i18n/words";
import { useLanguage } from "../i18n/language";
import type { Write } from "../outbox/write";
import { explain, Problem } from "../problems/problem";
import { usePerson } from "../session/useSession";
import { BackLink } from "../ui/BackLink";
import { Button } from "../ui/Button";
import { Frame } from "../ui/Frame";
import { changeDraft, type Line } from "./draft";
import styles from "./queue.module.css";
import { words as waiterWords } from "./words";

/** Everything that waits on this device, and what can be done about what the server refused. */
export function QueueScreen() {
  const words = useWords(waiterWords);
  const person = usePerson();
  const writes = useOutbox();
  const refused = writes.filter(({ refusal }) => refusal);
  const waiting = writes.filter(({ refusal }) => !refusal);
  return (
    <Frame title={words.queue} back={<BackLink to="/waiter" />} takes>
      {writes.length === 0 && <p className="empty">{words.queueEmpty}</p>}
      {refused.length > 0 && (
        <section aria-label={words.queueRefused} className={styles.section}>
          <h2>{words.queueRefused}</h2>
          {refused.map((write) => (
            <RefusedWrite key={write.seq} write={write} />
          ))}
        </section>
      )}
      {waiting.length > 0 && (
        <section aria-label={words.queueWaiting} className={styles.section}>
          <h2>{words.queueWaiting}</h2>
          <ol className={styles.list}>
            {waiting.map((write) => (
              <li key={write.seq} className={styles.card}>
                <Said write={write} />
                {write.staffId !== person.staffId && <p className="notice notice--warn">{words.ofColleague}</p>}
              </li>
            ))}
          </ol>
          <Button kind="primary" onPress={() => outbox.flush()}>
            {words.sendNow}
          </Button>
        </section>
      )}
    </Frame>
  );
}

function RefusedWrite({ write }: { write: Write }) {
  const words = useWords(waiterWords);
  const tag = useLanguage();
  const navigate = useNavigate();
  const { refusal, said } = write;
  const orders = said.what === "place" && refusal?.code === "TABLE_OCCUPIED" ? openOrdersIn(refusal.current) : [];

  const takeBack = async () => {
    const dropped = await outbox.drop(write);
    const lines = dropped.flatMap(({ taken }) => (Array.isArray(taken) ? (taken as Line[]) : []));
    changeDraft(write.staffId, write.tableId, (draft) => ({ ...draft, lines: [...draft.lines, ...lines] }));
    await navigate({ to: "/waiter/tables/$tableId/carte", params: { tableId: String(write.tableId) } });
  };

  return (
    <article className={`${styles.card} ${styles.refused}`}>
      <Said write={write} />
      <p role="alert">
        <strong>{refusal && explain(new Problem({ ...refusal, status: refusal.status }), tag)}</strong>
      </p>
      <p className={styles.small}>{words.holdsBack}</p>
      <div className="sheet__actions">
        {orders.map(({ order_id }) => (
          <Button key={order_id} kind="primary" onPress={() => void outbox.addTo(write, order_id)}>
            {words.putOnOpen(order_id)}
          </Button>
        ))}
        {orders.length > 0 && (
          <Button onPress={() => void outbox.retry(write, { body: { ...write.body, additional: true } })}>
            {words.openSecond}
          </Button>
        )}
        {(said.what === "place" || said.what === "add") && (
          <Button onPress={() => void takeBack()}>{words.takeBack}</Button>
        )}
        {orders.length === 0 && <Button onPress={() => void outbox.retry(write)}>{words.again}</Button>}
        <Button kind="danger" onPress={() => void outbox.drop(write)}>
          {said.what === "place" ? words.dropAll : words.drop}
        </Button>
      </div>
    </article>
  );
}

function Said({ write }: { write: Write }) {
  const words = useWords(waiterWords);
  const { timeZone } = usePerson();
  return (
    <div>
      <p className={styles.said}>{inWords(write, words)}</p>
      <p className={styles.small}>
        {words.takenAt(time(write.takenAt, timeZone))}
        {write.attempts > 0 && ` · ${words.tries(write.attempts)}`}
      </p>
    </div>
  );
}

function inWords({ said }: Write, words: (typeof waiterWords)["fr"]): string {
  switch (said.what) {
    case "place":
      return words.place(said.items, said.table);
    case "add":
      return words.addSaid(said.items, said.table);
    case "fire":
      return words.fireSaid(said.course, said.table);
    case "covers":
      return words.coversSaid(said.covers, said.table);
    case "void":
      return words.voidSaid(said.item, said.table);
    case "serve":
      return words.serveSaid(said.item, said.table);
    case "clear":
      return words.clearSaid(said.table);
  }
}

function openOrdersIn(current: unknown): Pick<Order, "order_id">[] {
  const { open_orders } = (current ?? {}) as { open_orders?: Pick<Order, "order_id">[] };
  return open_orders ?? [];
}
