import type { Bill, OrderSummary, Table } from "../api/types";
import { matches, plain } from "../carte/carte";

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
  /** Undefined while the till has not read the bill: the list of orders does not tell. */
  paidCents: number | undefined;
  leftCents: number | undefined;
}

/** Joins orders, tables and the bills that are known here; by table, then by order. */
export function rowsOf(
  orders: readonly OrderSummary[],
  tables: readonly Table[],
  bills: ReadonlyMap<number, Bill>,
): readonly BillRow[] {
  const places = new Map(tables.map((table) => [table.table_id, table]));
  return orders.map((order) => rowOf(order, places.get(order.table_id ?? -1), bills.get(order.order_id)));
}

function rowOf(order: OrderSummary, table: Table | undefined, bill: Bill | undefined): BillRow {
  const settled = order.status === "CLOSED" && !bill;
  // An order may be newer than the bill that was read: what was paid stays, what it comes to does not.
  const newer = bill && order.version > bill.order_version;
  const left = newer ? order.total_cents - bill.paid_cents - bill.reserved_cents : bill?.left_cents;
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
    totalCents: newer ? order.total_cents : (bill?.due_cents ?? order.total_cents),
    paidCents: settled ? order.total_cents : bill?.paid_cents,
    leftCents: settled ? 0 : left,
  };
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
