import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test, type BrowserContext, type Page } from "@playwright/test";
import { cancelOrders, freeTables, ordersAt, type Table } from "./house";
import { camille, Colleague, signIn, sophie } from "./people";

const SOUP = "Soupe à l'oignon gratinée";

let manager: Colleague;
let free: Table[];
let folder: string;
let opened: BrowserContext | undefined;

test.beforeEach(async ({ request }) => {
  manager = await Colleague.of(request, sophie);
  free = await freeTables(manager, 5);
  folder = await mkdtemp(join(tmpdir(), "brigade-phone-"));
});

test.afterEach(async () => {
  await opened?.close();
  await cancelOrders(manager, ...free);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A phone: what it keeps is still there when its browser is opened again. */
async function phone(): Promise<[BrowserContext, Page]> {
  const { launchOptions, baseURL } = test.info().project.use;
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...(baseURL === undefined ? {} : { baseURL }),
    ignoreHTTPSErrors: true,
    locale: "fr-FR",
    viewport: { width: 390, height: 844 },
    serviceWorkers: "allow",
  });
  opened = context;
  return [context, context.pages()[0] ?? (await context.newPage())];
}

async function order(page: Page, table: Table): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`${table.name}\\b`) }).click();
  await page.getByRole("link", { name: "Prendre la commande" }).click();
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("En attente d'envoi", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Retour" }).click();
}

test("five orders taken offline survive a closed browser and arrive once, in order", async () => {
  test.setTimeout(300_000);
  let [context, page] = await phone();
  await signIn(page, camille);
  await expect(page).toHaveURL(/\/waiter$/);
  await expect(page.getByRole("link", { name: new RegExp(`${free[0]?.name}\\b`) })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // What was read is on the disk a moment after it was read.
  await page.waitForFunction(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("brigade-reads");
      opening.onsuccess = () => resolve(opening.result);
    });
    const kept = await new Promise<unknown>((resolve) => {
      const reading = database.transaction("kept").objectStore("kept").get("queries");
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    const text = JSON.stringify(kept ?? {});
    return text.includes('"carte"') && text.includes('"tables"') && text.includes("categories");
  });

  await context.setOffline(true);
  for (const table of free) {
    await order(page, table);
  }
  await expect(page.getByRole("link", { name: "5 envois en attente" })).toBeVisible();
  await context.close();

  [context, page] = await phone();
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "5 envois en attente" })).toBeVisible();
  await expect(page.getByText("Hors ligne", { exact: false })).toBeVisible();
  for (const table of free) {
    expect(await ordersAt(manager, table)).toEqual([]);
  }

  await context.setOffline(false);
  await expect(page.getByText("Tout est envoyé.")).toBeVisible({ timeout: 30_000 });
  const arrived = [];
  for (const table of free) {
    const orders = await ordersAt(manager, table);
    expect(orders.map(({ items, waiter_name }) => [waiter_name, items.map(({ name }) => name)])).toEqual([
      ["Camille", [SOUP]],
    ]);
    arrived.push(orders[0]?.order_id ?? 0);
  }
  expect(arrived).toEqual([...arrived].sort((one, other) => one - other));
  await context.close();
});
