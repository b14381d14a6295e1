import { useEffect, useSyncExternalStore } from "react";
import type { Order, Table } from "../api/types";
import { Outbox } from "../outbox/outbox";
import type { Write } from "../outbox/write";
import { Connection, type Liveness } from "../realtime/connection";
import { orderIn, tableIn, type ServerEvent, type Topic } from "../realtime/events";
import { session } from "../session/session";
import { forgetReads, queryClient } from "./queryClient";
import { carteQuery, orderQuery, tablesQuery } from "./reads";

/** The one stream of events of this page. */
export const connection = new Connection({
  url: () => `${location.origin.replace(/^http/, "ws")}/ws/events`,
  token: () => session.token(),
});

const done = new Set<(write: Write, answer: unknown) => void>();

/** What was taken on this device and is on its way. */
export const outbox = new Outbox({
  origin: location.origin,
  sender: () => (session.state.status === "confirmed" ? session.state.person.staffId : undefined),
  send: (request, staffId) =>
    // A network that swallows requests must not keep all that follows waiting.
    session.fetch(new Request(request, { signal: AbortSignal.timeout(20_000) }), staffId),
  done: (write, answer) => {
    if (isOrder(answer)) {
      showOrder(answer);
    }
    void queryClient.invalidateQueries({ queryKey: tablesQuery.queryKey });
    done.forEach((tell) => tell(write, answer));
  },
});

/** Tells of every write of this device that the server has carried out. */
export function onDone(tell: (write: Write, answer: unknown) => void): () => void {
  done.add(tell);
  return () => done.delete(tell);
}

/** Shows an order as an answer or event tells it, unless a newer version is known; its table knows of it at once. */
export function showOrder(order: Order): void {
  queryClient.setQueryData(tablesQuery.queryKey, (tables: Table[] | undefined) =>
    tables?.map((table) => withOrder(table, order)),
  );
  queryClient.setQueryData(orderQuery(order.order_id).queryKey, (known: Order | undefined) =>
    known && known.version > order.version ? known : order,
  );
}

function withOrder(table: Table, order: Order): Table {
  const there = table.open_order_ids.includes(order.order_id);
  const belongs = table.table_id === order.table_id && order.status === "OPEN";
  if (there === belongs) {
    return table;
  }
  const others = table.open_order_ids.filter((id) => id !== order.order_id);
  return belongs
    ? { ...table, open_order_ids: [...others, order.order_id], state: table.state === "ORDERED" ? "ORDERED" : "SEATED" }
    : { ...table, open_order_ids: others };
}

const TABLES_AT_MOST_EVERY_MS = 700;
let tablesSoon: ReturnType<typeof setTimeout> | undefined;

/** Events come in bursts; the floor is read once for each burst, and not by all phones in the same moment. */
function readTablesSoon(): void {
  tablesSoon ??= setTimeout(() => {
    tablesSoon = undefined;
    void queryClient.invalidateQueries({ queryKey: tablesQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: ["orders"] });
  }, TABLES_AT_MOST_EVERY_MS * Math.random());
}

/** Shows a table as an answer or event tells it, unless a newer version is known. */
export function showTable(table: Table): void {
  queryClient.setQueryData(tablesQuery.queryKey, (known: Table[] | undefined) => withTable(known, table));
}

function apply(event: ServerEvent): void {
  const order = orderIn(event);
  if (order) {
    showOrder(order);
    void queryClient.invalidateQueries({ queryKey: ["bill", order.order_id] });
    readTablesSoon();
    return;
  }
  const table = tableIn(event);
  if (table) {
    showTable(table);
  } else if (event.type === "menu.changed" || event.type === "dish.portions_left") {
    void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
  } else if (event.type.startsWith("payment.") || event.type === "bill.settled") {
    void queryClient.invalidateQueries({ queryKey: ["bill", (event.data as { order_id?: number }).order_id] });
    void queryClient.invalidateQueries({ queryKey: ["bills"] });
  }
}

function withTable(known: Table[] | undefined, changed: Table): Table[] | undefined {
  if (!known) {
    return undefined;
  }
  const others = known.filter(({ table_id }) => table_id !== changed.table_id);
  if (known.some(({ table_id, version }) => table_id === changed.table_id && version > changed.version)) {
    return known;
  }
  return changed.active ? [...others, changed] : others;
}

function readAgain(): void {
  void queryClient.invalidateQueries({ predicate: (query) => query.meta?.live === true });
}

const wanted = new Map<Topic, number>();

function listenToWanted(): void {
  if (wanted.size > 0 && session.state.status !== "out") {
    connection.open([...wanted.keys()].sort());
  }
}

/** Joins what belongs together: who is signed in, what is shown, what happens, what waits. */
export function startLive(): void {
  connection.listen({ event: apply, reload: readAgain });
  session.onToken(() => {
    connection.renew();
    outbox.flush();
  });
  let restaurant = session.state.person?.restaurantId;
  session.subscribe(() => {
    const { state } = session;
    if (state.status === "out") {
      connection.close();
      // A session that merely ended is usually taken up again by the same person.
      if (state.reason === undefined) {
        void forgetReads();
      }
      return;
    }
    if (restaurant !== undefined && restaurant !== state.person.restaurantId) {
      connection.close();
      void forgetReads();
    }
    restaurant = state.person.restaurantId;
    listenToWanted();
    if (state.status === "confirmed") {
      connection.hurry();
    }
  });
  const hurry = () => {
    connection.hurry();
    outbox.flush();
  };
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => !document.hidden && hurry());
  void outbox.start();
}

/** Listens to topics while a screen is shown. */
export function useTopics(...topics: Topic[]): void {
  const key = topics.join();
  useEffect(() => {
    const mine = key.split(",") as Topic[];
    mine.forEach((topic) => wanted.set(topic, (wanted.get(topic) ?? 0) + 1));
    listenToWanted();
    return () =>
      mine.forEach((topic) => {
        const left = (wanted.get(topic) ?? 1) - 1;
        if (left > 0) {
          wanted.set(topic, left);
        } else {
          wanted.delete(topic);
        }
      });
  }, [key]);
}

/** Calls for every event while a screen is shown; `listener` has to stay the same. */
export function useEvents(listener: (event: ServerEvent) => void): void {
  useEffect(() => connection.listen({ event: listener, reload: () => undefined }), [listener]);
}

export function useLiveness(): Liveness {
  return useSyncExternalStore(connection.subscribe, () => connection.liveness);
}

export function useOutbox(): readonly Write[] {
  return useSyncExternalStore(outbox.subscribe, () => outbox.writes);
}

function isOrder(answer: unknown): answer is Order {
  return typeof answer === "object" && answer !== null && "order_id" in answer && "items" in answer;
}
