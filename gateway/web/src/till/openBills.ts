import type { OrderSummary, Table } from "../api/types";
import { matches, plain } from "../carte/carte";
import type { BillSums } from "./types";

/** One line of the list of bills. */
export interface BillRow {
  orderId: number;
  /** Empty for what is not eaten at a table. */
  table: string;
  area: string;
  mode: OrderSummary["service_mode"];
  covers: number | null;
  waiter: string;
  currency: string;
  openedAt: string;
  closedAt: string | null;
  totalCents: number;
  /** Undefined until the till has read how the bills stand: the list of orders does not tell. */
  paidCents: number | undefined;
  leftCents: number | undefined;
}

/** Joins orders, tables and how the bills stand; a null bill is one for which nothing was ever taken. */
export function rowsOf(
  orders: readonly OrderSummary[],
  tables: readonly Table[],
  bills: ReadonlyMap<number, BillSums | null>,
): readonly BillRow[] {
  const places = new Map(tables.map((table) => [table.table_id, table]));
  return orders.map((order) => rowOf(order, places.get(order.table_id ?? -1), bills.get(order.order_id)));
}

function rowOf(order: OrderSummary, table: Table | undefined, bill: BillSums | null | undefined): BillRow {
  return {
    orderId: order.order_id,
    table: table?.name ?? "",
    area: table?.area ?? "",
    mode: order.service_mode,
    covers: order.covers ?? null,
    waiter: order.waiter_name,
    currency: order.currency,
    openedAt: order.opened_at,
    closedAt: order.closed_at ?? null,
    ...sumsOf(order, bill),
  };
}

function sumsOf(
  order: OrderSummary,
  bill: BillSums | null | undefined,
): Pick<BillRow, "totalCents" | "paidCents" | "leftCents"> {
  const total = order.total_cents;
  if (bill === undefined) {
    return { totalCents: total, paidCents: undefined, leftCents: undefined };
  }
  if (bill === null) {
    // Closed without money: there was nothing to pay.
    const left = order.status === "CLOSED" ? 0 : total;
    return { totalCents: total, paidCents: total - left, leftCents: left };
  }
  // An order may be newer than its bill: what was paid stays, what it comes to does not.
  const due = order.version > bill.order_version ? total - bill.credited_cents : bill.due_cents;
  return { totalCents: due, paidCents: bill.paid_cents, leftCents: due - bill.paid_cents - bill.reserved_cents };
}

/** Tables in the order in which people count them (2 before 10), then what has no table. */
export function byPlace(left: BillRow, right: BillRow): number {
  if ((left.table === "") !== (right.table === "")) {
    return left.table === "" ? 1 : -1;
  }
  return left.table.localeCompare(right.table, undefined, { numeric: true }) || left.orderId - right.orderId;
}

/** Whether a row is what somebody types: table, area, waiter, number of the order, or its mode in words. */
export function isTyped(row: BillRow, typed: string, modeInWords: string): boolean {
  const text = `${row.table} ${row.area} ${row.waiter} ${row.orderId} ${row.table === "" ? modeInWords : ""}`;
  // A table that is called just like it comes first, whatever else begins so.
  return typed.trim() === "" || matches(text, typed) || plain(row.table) === plain(typed.trim());
}

/** The table's name, or in what way it is taken along. */
export function placeOf(
  row: Pick<BillRow, "table" | "mode">,
  words: { table: string; takeaway: string; delivery: string },
): string {
  if (row.table) {
    return `${words.table} ${row.table}`;
  }
  return row.mode === "DELIVERY" ? words.delivery : words.takeaway;
}
