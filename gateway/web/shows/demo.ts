import { test } from "@playwright/test";
import { closeRoom, openRoom, playEvening, TILL, type Room } from "../e2e/evening";
import { cancelOrders, closeDrawer, freeTables, openDrawer, type Table } from "../e2e/house";
import { Colleague, ines, sophie } from "../e2e/people";

/** Somebody may want to look at the last screens. */
const LOOK_MS = 5_000;

/** Where the windows stand, from the upper left corner of the screen. */
const PLACES = { phone: [0, 0], wall: [400, 0], till: [480, 90], desk: [560, 180] } as const;

test("the evening", async ({ browser, request, headless }) => {
  console.log(
    headless
      ? "No display (DISPLAY is not set): the four windows are drawn where nobody sees them.\n"
      : "Four windows: Camille's phone, the kitchen's wall, Inès' till, Sophie's desk.\n",
  );
  const manager = await Colleague.of(request, sophie);
  const cashier = await Colleague.of(request, ines);
  const [table] = (await freeTables(manager, 1)) as [Table];
  await openDrawer(cashier, TILL);
  const room = await openRoom(browser);
  try {
    if (!headless) {
      await arrange(room);
    }
    const begin = performance.now();
    // Slowed down, it says nothing about how fast the kitchen is told.
    await playEvening(room, table, 60_000);
    console.log(
      `\nThe evening is over: served, paid and counted in ${Math.round((performance.now() - begin) / 100) / 10} s.`,
    );
    if (!headless) {
      await room.desk.waitForTimeout(LOOK_MS);
    }
  } finally {
    await closeRoom(room);
    await closeDrawer(cashier, TILL);
    await cancelOrders(manager, table);
  }
});

async function arrange(room: Room): Promise<void> {
  for (const [name, [left, top]] of Object.entries(PLACES)) {
    const page = room[name as keyof Room];
    const session = await page.context().newCDPSession(page);
    const { windowId } = await session.send("Browser.getWindowForTarget");
    await session.send("Browser.setWindowBounds", { windowId, bounds: { left, top } });
  }
}
