import type { Item, NewItem, Order } from "../api/types";
import type { Write } from "../outbox/write";

/** What is on its way to an order, or to become one, as the screen shows it beside what the server has. */
export interface Queued {
  item: NewItem;
  write: Write;
}

/** The writes of this device that concern the order; one that it placed itself is known by its `client_ref`, too. */
export function writesOf(order: Pick<Order, "order_id" | "client_ref">, writes: readonly Write[]): Write[] {
  return writes.filter(
    ({ subject }) => subject === String(order.order_id) || (order.client_ref != null && subject === order.client_ref),
  );
}

/** Items that the server does not have yet. What it has is not shown twice, also while its answer is on the way. */
export function queuedItems(writes: readonly Write[], known: readonly Item[]): Queued[] {
  const there = new Set(known.map(({ uid }) => uid));
  return writes
    .filter(({ said }) => said.what === "place" || said.what === "add")
    .flatMap((write) => (write.body?.items ?? []).map((item) => ({ item, write })))
    .filter(({ item }) => item.uid == null || !there.has(item.uid));
}

/** Courses that are on their way to the kitchen. */
export function firedCourses(writes: readonly Write[]): ReadonlySet<number> {
  return new Set(writes.flatMap(({ said, refusal }) => (said.what === "fire" && !refusal ? [said.course] : [])));
}

/** Orders of the table that only this device knows, by the write that will place them. */
export function placings(tableId: number, writes: readonly Write[], known: readonly Order[]): Write[] {
  const there = new Set(known.map(({ client_ref }) => client_ref));
  return writes.filter(
    ({ said, subject, tableId: at }) => said.what === "place" && at === tableId && !there.has(subject),
  );
}

/** How later calls name the order: by the device's own name while that has not arrived. */
export function nameForCalls(order: Pick<Order, "order_id" | "client_ref">, writes: readonly Write[]): string {
  const own = order.client_ref != null && writes.some(({ subject }) => subject === order.client_ref);
  return own ? String(order.client_ref) : String(order.order_id);
}
