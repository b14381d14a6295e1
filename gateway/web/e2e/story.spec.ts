import { test } from "@playwright/test";
import { closeRoom, openRoom, playEvening, TILL } from "./evening";
import { cancelOrders, closeDrawer, freeTables, openDrawer, type Table } from "./house";
import { Colleague, ines, sophie } from "./people";

/** Longer only where a machine is busy with more than the suite. */
const WITHIN_MS = Number(process.env.BRIGADE_WITHIN_MS ?? 1_000);

let manager: Colleague;
let cashier: Colleague;
let table: Table;

test.beforeEach(async ({ request }) => {
  manager = await Colleague.of(request, sophie);
  cashier = await Colleague.of(request, ines);
  [table] = (await freeTables(manager, 1)) as [Table];
  await openDrawer(cashier, TILL);
});

test.afterEach(async () => {
  await closeDrawer(cashier, TILL);
  await cancelOrders(manager, table);
});

test("an evening in four windows: ordered, cooked within sight, served, split, paid and counted", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const room = await openRoom(browser);
  await playEvening(room, table, WITHIN_MS);
  await closeRoom(room);
});
