import type { Order, Table } from "../api/types";

export type Topic = "floor" | "menu" | "bills" | "kitchen:HOT" | "kitchen:COLD" | "kitchen:BAR" | "kitchen:PASTRY";

/** What happened, as the server tells it: docs/api.md, Realtime. */
export interface ServerEvent {
  id: string;
  event_id: string;
  type: string;
  occurred_at: string;
  data: unknown;
}

/** The order that an `order.*` event carries. */
export function orderIn(event: ServerEvent): Order | undefined {
  return event.type.startsWith("order.") ? (event.data as Order) : undefined;
}

/** The table that `table.changed` carries. */
export function tableIn(event: ServerEvent): Table | undefined {
  return event.type === "table.changed" ? (event.data as Table) : undefined;
}
