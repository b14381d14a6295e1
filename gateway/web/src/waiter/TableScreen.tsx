import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, writeNow } from "../api/client";
import type { Item, Order, Table } from "../api/types";
import { showOrder } from "../app/live";
import { queryClient } from "../app/queryClient";
import { carteQuery } from "../app/reads";
import { dishesById, nameOf } from "../carte/carte";
import { money } from "../format/format";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import type { Write } from "../outbox/write";
import { usePerson } from "../session/useSession";
import { BackLink } from "../ui/BackLink";
import { Button } from "../ui/Button";
import { Frame } from "../ui/Frame";
import { Sheet } from "../ui/Sheet";
import { sayFailure } from "../ui/toasts";
import { common } from "../ui/words";
import { ItemSheet } from "./ItemSheet";
import { OrderSheet } from "./OrderSheet";
import { firedCourses, nameForCalls, queuedItems, writesOf, type Queued } from "./queued";
import { QueueLink } from "./QueueLink";
import { Stepper } from "./Stepper";
import styles from "./table.module.css";
import { clearTable, fire, place, serve, setCovers } from "./taking";
import { useTable } from "./useTable";
import { allergenWords, words as waiterWords } from "./words";

/** One table: what was ordered, how far it is, and what can be done about it. */
export function TableScreen() {
  const words = useWords(waiterWords);
  const shared = useWords(common);
  const tableId = Number(useParams({ strict: false }).tableId);
  const at = useTable(tableId);
  const { table, orders, waiting, writes } = at;
  const title = table ? words.table(table.name) : "";
  const back = <BackLink to="/waiter" />;
  if (!table) {
    return (
      <Frame title={title} back={back} takes>
        <p className="empty">{at.isPending ? shared.loading : shared.nothing}</p>
      </Frame>
    );
  }
  const nothing = orders.length === 0 && waiting.length === 0;
  return (
    <Frame
      title={title}
      back={back}
      takes
      aside={table.waiter_name != null && <span className="badge">{table.waiter_name}</span>}
      footer={writes.length > 0 && <QueueLink />}
    >
      {nothing && <Empty table={table} />}
      {orders.map((order) => (
        <OrderSection key={order.order_id} table={table} order={order} writes={writesOf(order, writes)} />
      ))}
      {waiting.map((placing) => (
        <WaitingSection
          key={placing.seq}
          table={table}
          placing={placing}
          writes={writes.filter(({ subject }) => subject === placing.subject)}
        />
      ))}
    </Frame>
  );
}

function Empty({ table }: { table: Table }) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const [covers, setCoversWanted] = useState(table.seats);
  if (table.state === "TO_CLEAR") {
    return (
      <div className={styles.empty}>
        <p>{words.TO_CLEAR}</p>
        <Button kind="primary" onPress={() => void clearTable(person, table)}>
          {words.cleared}
        </Button>
        <Link className="button" to="/waiter/tables/$tableId/carte" params={{ tableId: String(table.table_id) }}>
          {words.takeOrder}
        </Link>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>{words.nobody}</p>
      <Link
        className="button button--primary"
        to="/waiter/tables/$tableId/carte"
        params={{ tableId: String(table.table_id) }}
      >
        {words.takeOrder}
      </Link>
      <div className={styles.covers}>
        <span className="field__label">{words.howMany}</span>
        <Stepper
          label={words.howMany}
          value={covers}
          min={1}
          max={200}
          less={words.oneLess(words.howMany)}
          more={words.oneMore(words.howMany)}
          onChange={setCoversWanted}
        />
      </div>
      <Button onPress={() => void place(person, table, covers, [], false)}>{words.seatGuests}</Button>
    </div>
  );
}

function OrderSection({ table, order, writes }: { table: Table; order: Order; writes: readonly Write[] }) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const [item, setItem] = useState<Item>();
  const [more, setMore] = useState(false);
  const [note, setNote] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = nameForCalls(order, writes);
  const firing = firedCourses(writes);
  const serving = new Set(writes.flatMap(({ said, path }) => (said.what === "serve" ? [path] : [])));
  const shown = order.items.filter(({ state }) => state !== "VOIDED");
  const queued = queuedItems(writes, order.items);
  const courses = [...new Set([...shown.map(({ course }) => course), ...queued.map((each) => courseOf(each))])].sort(
    (one, other) => one - other,
  );

  const askForBill = async () => {
    setBusy(true);
    try {
      const document = await writeNow((key) =>
        api.POST("/api/bills/{order_id}/notes", {
          params: { path: { order_id: order.order_id }, header: { "Idempotency-Key": key } },
        }),
      );
      setNote(document.text);
    } catch (failure) {
      sayFailure(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={styles.order} aria-label={words.order(order.order_id)}>
      <div className={styles.head}>
        <h2>{words.order(order.order_id)}</h2>
        <Stepper
          label={words.howMany}
          value={order.covers ?? table.seats}
          min={1}
          max={200}
          less={words.oneLess(words.howMany)}
          more={words.oneMore(words.howMany)}
          onChange={(covers) => {
            showOrder({ ...order, covers });
            void setCovers(person, table, name, covers);
          }}
        />
      </div>
      {courses.map((course) => {
        const mine = shown.filter((each) => each.course === course);
        const held = mine.some(({ state }) => state === "HELD");
        return (
          <div key={course} className={styles.course}>
            <h3 className={styles.courseName}>{words.courseNo(course)}</h3>
            <ul className={styles.items}>
              {mine.map((each) => (
                <ItemRow
                  key={each.item_id}
                  item={each}
                  currency={order.currency}
                  onOpen={() => setItem(each)}
                  onServed={
                    each.state === "READY" && !serving.has(`/api/kitchen/items/${each.item_id}/state`)
                      ? () => void serve(person, table, name, each.item_id, each.name)
                      : undefined
                  }
                />
              ))}
              {queued
                .filter((each) => courseOf(each) === course)
                .map((each) => (
                  <QueuedRow key={each.item.uid} queued={each} />
                ))}
            </ul>
            {held &&
              (firing.has(course) ? (
                <p className="badge badge--info">{words.firing}</p>
              ) : (
                <Button onPress={() => void fire(person, table, name, course)}>{words.fire(course)}</Button>
              ))}
          </div>
        );
      })}
      <p className={styles.total}>
        <span>{words.total}</span>
        <strong>{money(order.total_cents, order.currency)}</strong>
      </p>
      <div className={styles.actions}>
        <Link
          className="button button--primary"
          to="/waiter/tables/$tableId/carte"
          params={{ tableId: String(table.table_id) }}
          search={{ order: String(order.order_id) }}
        >
          {words.add}
        </Link>
        <Button isDisabled={busy} onPress={() => void askForBill()}>
          {words.bill}
        </Button>
        <Button onPress={() => setMore(true)}>{words.more}</Button>
      </div>
      {item && <ItemSheet table={table} order={order} item={item} name={name} onClose={() => setItem(undefined)} />}
      {more && <OrderSheet table={table} order={order} onClose={() => setMore(false)} />}
      {note !== undefined && (
        <Sheet title={words.billTitle} onClose={() => setNote(undefined)}>
          <pre className={styles.paper}>{note}</pre>
        </Sheet>
      )}
    </section>
  );
}

function WaitingSection({ table, placing, writes }: { table: Table; placing: Write; writes: readonly Write[] }) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const queued = queuedItems(writes, []);
  const held = new Set(queued.filter(({ item }) => item.hold).map((each) => courseOf(each)));
  const firing = firedCourses(writes);
  return (
    <section className={styles.order} aria-label={words.orderWaiting}>
      <div className={styles.head}>
        <h2>{words.orderWaiting}</h2>
        {typeof placing.body?.covers === "number" && <span className="badge">{words.covers(placing.body.covers)}</span>}
      </div>
      <ul className={styles.items}>
        {queued.map((each) => (
          <QueuedRow key={each.item.uid} queued={each} />
        ))}
      </ul>
      {[...held]
        .filter((course) => !firing.has(course))
        .map((course) => (
          <Button key={course} onPress={() => void fire(person, table, placing.subject, course)}>
            {words.fire(course)}
          </Button>
        ))}
      <div className={styles.actions}>
        <Link
          className="button button--primary"
          to="/waiter/tables/$tableId/carte"
          params={{ tableId: String(table.table_id) }}
          search={{ order: placing.subject }}
        >
          {words.add}
        </Link>
      </div>
    </section>
  );
}

const BADGES: Readonly<Record<string, string>> = {
  HELD: "badge",
  SENT: "badge badge--info",
  PREPARING: "badge badge--warn",
  READY: "badge badge--good",
  SERVED: "badge",
};

function ItemRow({
  item,
  currency,
  onOpen,
  onServed,
}: {
  item: Item;
  currency: string;
  onOpen: () => void;
  onServed: (() => void) | undefined;
}) {
  const words = useWords(waiterWords);
  const allergens = useWords(allergenWords);
  const wording = [
    item.formule?.name,
    ...item.options.map(({ name }) => name),
    item.note,
    item.seat == null ? undefined : `${words.seat} ${item.seat}`,
  ].filter(Boolean);
  return (
    <li className={styles.item}>
      <Button kind="quiet" className={styles.what} onPress={onOpen}>
        <span className={styles.name}>
          {item.quantity} × {item.name}
        </span>
        {wording.length > 0 && <span className={styles.wording}>{wording.join(" · ")}</span>}
        {item.allergen_warning.length > 0 && (
          <span className={styles.warning}>
            {words.warning(
              item.allergen_warning.map((each) => allergens[each as keyof typeof allergens] ?? each).join(", "),
            )}
          </span>
        )}
        <span className={styles.facts}>
          <span className={BADGES[item.state] ?? "badge"}>
            {words[item.state as keyof Pick<typeof words, "READY">] ?? item.state}
          </span>
          <span>{money(item.total_cents, currency)}</span>
        </span>
      </Button>
      {onServed && (
        <Button kind="primary" onPress={onServed}>
          {words.served}
        </Button>
      )}
    </li>
  );
}

function QueuedRow({ queued }: { queued: Queued }) {
  const words = useWords(waiterWords);
  const tag = useLanguage();
  const { item, write } = queued;
  const carte = queryClient.getQueryData(carteQuery.queryKey)?.carte;
  const dish = carte && item.dish_id != null ? dishesById(carte).get(item.dish_id) : undefined;
  const formule = carte?.formules.find(({ formule_id }) => formule_id === item.formule_id);
  const thing = dish ?? formule;
  return (
    <li className={`${styles.item} ${styles.queued}`}>
      <div className={styles.what}>
        <span className={styles.name}>
          {item.quantity} × {thing ? nameOf(thing, tag) : "…"}
        </span>
        {item.note && <span className={styles.wording}>{item.note}</span>}
        <span className={write.refusal ? "badge badge--bad" : "badge badge--warn"}>
          {write.refusal ? words.REFUSED : words.QUEUED}
        </span>
      </div>
    </li>
  );
}

function courseOf({ item }: Queued): number {
  if (item.course != null) {
    return item.course;
  }
  const carte = queryClient.getQueryData(carteQuery.queryKey)?.carte;
  return (carte && item.dish_id != null ? dishesById(carte).get(item.dish_id)?.course : undefined) ?? 1;
}
