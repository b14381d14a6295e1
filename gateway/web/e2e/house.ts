import { expect } from "@playwright/test";
import type { Colleague } from "./people";

export interface Table {
  table_id: number;
  name: string;
  state: string;
  open_order_ids: number[];
}

export interface Order {
  order_id: number;
  status: string;
  waiter_name: string;
  items: { item_id: number; name: string; quantity: number; state: string; course: number }[];
}

interface Page<T> {
  data: T[];
}

export async function tables(colleague: Colleague): Promise<Table[]> {
  return (await colleague.get<Page<Table>>("/api/tables?limit=200")).data;
}

/** Tables where nothing is open; what others left to be cleared is cleared. The demo restaurant has twenty-four. */
export async function freeTables(colleague: Colleague, count: number): Promise<Table[]> {
  const free = (await tables(colleague)).filter(({ state }) => state === "FREE" || state === "TO_CLEAR");
  expect(free.length).toBeGreaterThanOrEqual(count);
  const ours = free.slice(-count);
  for (const { state, table_id } of ours) {
    if (state === "TO_CLEAR") {
      await colleague.call("POST", `/api/tables/${table_id}/clear`);
    }
  }
  return ours;
}

export async function ordersAt(colleague: Colleague, table: Table): Promise<Order[]> {
  const now = (await tables(colleague)).find(({ table_id }) => table_id === table.table_id);
  return Promise.all((now?.open_order_ids ?? []).map((id) => colleague.get<Order>(`/api/orders/${id}`)));
}

/** Leaves the tables as they were found; a manager's word is enough. */
export async function cancelOrders(manager: Colleague, ...at: Table[]): Promise<void> {
  for (const table of at) {
    for (const order of await ordersAt(manager, table)) {
      await manager.call("POST", `/api/orders/${order.order_id}/cancel`, { reason: "Essai" });
    }
  }
}

export async function dishId(colleague: Colleague, name: string): Promise<number> {
  const carte = await colleague.get<{ categories: { dishes: { dish_id: number; name: string }[] }[] }>("/api/menu");
  const dish = carte.categories.flatMap(({ dishes }) => dishes).find((each) => each.name === name);
  expect(dish, name).toBeDefined();
  return dish?.dish_id ?? 0;
}

interface Drawer {
  session_id: number;
  till: string;
}

/** An empty drawer of our own, so that nobody else's money is in it. */
export async function openDrawer(cashier: Colleague, till: string): Promise<void> {
  await closeDrawer(cashier, till);
  await cashier.call("POST", "/api/cash-sessions", { till, float_cents: 15_000 });
}

export async function closeDrawer(cashier: Colleague, till: string): Promise<void> {
  const open = await cashier.get<Page<Drawer>>("/api/cash-sessions?open=true&limit=200");
  const ours = open.data.find((each) => each.till === till);
  if (ours) {
    await cashier.call("POST", `/api/cash-sessions/${ours.session_id}/close`, { counts: { "1": 0 } });
  }
}
