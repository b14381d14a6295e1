import { newKey } from "../api/client";
import type { NewItem, Order, Table } from "../api/types";
import { outbox } from "../app/live";
import type { Write } from "../outbox/write";
import type { Person } from "../session/person";
import { asItem, changeDraft, countOf, type Draft, type Line } from "./draft";
import { nameForCalls } from "./queued";

/** An order to add to: one that the server has, or one that waits on this device. */
export type Target = { order: Order } | { placing: Write } | { additional: boolean };

/** Puts the draft into the outbox, as a new order or onto one, and only then clears it. */
export async function sendDraft(person: Person, table: Table, draft: Draft, target: Target): Promise<void> {
  const items = draft.lines.map(asItem);
  const said = { table: table.name, items: countOf(draft) };
  if ("additional" in target) {
    await place(person, table, draft.covers ?? table.seats, items, target.additional, draft.lines);
  } else {
    const name = "order" in target ? nameForCalls(target.order, outbox.writes) : target.placing.subject;
    await outbox.take(person.staffId, {
      method: "POST",
      path: `/api/orders/${name}/items`,
      body: { items },
      said: { what: "add", ...said },
      subject: name,
      tableId: table.table_id,
      taken: draft.lines,
    });
  }
  changeDraft(person.staffId, table.table_id, () => ({ lines: [] }));
}

/** Opens an order; without items the guests are only seated. */
export async function place(
  person: Person,
  table: Table,
  covers: number | undefined,
  items: NewItem[],
  additional: boolean,
  taken: readonly Line[] = [],
): Promise<void> {
  const reference = newKey();
  await outbox.take(person.staffId, {
    method: "POST",
    path: "/api/orders",
    body: {
      client_ref: reference,
      table_id: table.table_id,
      taken_at: new Date().toISOString(),
      items,
      ...(covers === undefined ? {} : { covers }),
      ...(additional ? { additional } : {}),
    },
    said: { what: "place", table: table.name, items: items.reduce((sum, { quantity }) => sum + quantity, 0) },
    subject: reference,
    tableId: table.table_id,
    taken,
  });
}

/** Sends what is held of a course to the kitchen. */
export function fire(person: Person, table: Table, name: string, course: number): Promise<void> {
  return outbox.take(person.staffId, {
    method: "POST",
    path: `/api/orders/${name}/courses/${course}/fire`,
    said: { what: "fire", table: table.name, course },
    subject: name,
    tableId: table.table_id,
  });
}

export function setCovers(person: Person, table: Table, name: string, covers: number): Promise<void> {
  return outbox.take(person.staffId, {
    method: "PUT",
    path: `/api/orders/${name}`,
    body: { covers },
    said: { what: "covers", table: table.name, covers },
    subject: name,
    tableId: table.table_id,
  });
}

/** The dish has reached the guest. */
export function serve(person: Person, table: Table, name: string, itemId: number, item: string): Promise<void> {
  return outbox.take(person.staffId, {
    method: "POST",
    path: `/api/kitchen/items/${itemId}/state`,
    body: { state: "SERVED" },
    said: { what: "serve", table: table.name, item },
    subject: name,
    tableId: table.table_id,
  });
}

/** Takes a held item off; what the kitchen has needs an approval, and that the network. */
export function voidHeld(
  person: Person,
  table: Table,
  name: string,
  item: { itemId: number; name: string },
  body: { reason: string; quantity: number },
): Promise<void> {
  return outbox.take(person.staffId, {
    method: "POST",
    path: `/api/orders/${name}/items/${item.itemId}/void`,
    body,
    said: { what: "void", table: table.name, item: item.name },
    subject: name,
    tableId: table.table_id,
  });
}

export function clearTable(person: Person, table: Table): Promise<void> {
  return outbox.take(person.staffId, {
    method: "POST",
    path: `/api/tables/${table.table_id}/clear`,
    said: { what: "clear", table: table.name },
    subject: `table ${table.table_id}`,
    tableId: table.table_id,
  });
}
