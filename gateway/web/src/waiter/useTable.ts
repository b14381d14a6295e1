import { useQueries, useQuery } from "@tanstack/react-query";
import type { Order, Table } from "../api/types";
import { useOutbox } from "../app/live";
import { orderQuery, tablesQuery } from "../app/reads";
import type { Write } from "../outbox/write";
import { placings } from "./queued";
import type { Target } from "./taking";

/** A table with everything that is open there, on the server and on this device. */
export interface AtTable {
  table: Table | undefined;
  isPending: boolean;
  orders: Order[];
  /** Orders that only this device knows. */
  waiting: Write[];
  /** What of this device concerns the table. */
  writes: Write[];
}

export function useTable(tableId: number): AtTable {
  const tables = useQuery(tablesQuery);
  const table = tables.data?.find(({ table_id }) => table_id === tableId);
  const reads = useQueries({ queries: (table?.open_order_ids ?? []).map(orderQuery) });
  const orders = reads.flatMap(({ data }) => (data?.status === "OPEN" ? [data] : []));
  const writes = useOutbox().filter((write) => write.tableId === tableId);
  return { table, isPending: tables.isPending, orders, waiting: placings(tableId, writes, orders), writes };
}

/** Where a draft goes: to the order that was named, else to the only one there is, else it becomes one. */
export function targetOf({ orders, waiting }: AtTable, named: string | undefined): Target {
  if (named === "new") {
    return { additional: true };
  }
  const placing = named === undefined ? waiting[0] : waiting.find(({ subject }) => subject === named);
  const order =
    named === undefined
      ? orders[0]
      : orders.find(({ order_id, client_ref }) => String(order_id) === named || client_ref === named);
  return order ? { order } : placing ? { placing } : { additional: false };
}
