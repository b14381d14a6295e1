import { expect, test, type Page, type Route } from "@playwright/test";
import { cancelOrders, freeTables, ordersAt, type Table } from "./house";
import { camille, Colleague, signIn, sophie } from "./people";
import { expiredToken, signal, up } from "./suite";

const SOUP = "Soupe à l'oignon gratinée";
const INSTANCES = ["orders-1", "orders-2"];

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: "allow" });

let manager: Colleague;
let free: Table[];

test.beforeEach(async ({ page, request }) => {
  manager = await Colleague.of(request, sophie);
  free = await freeTables(manager, 5);
  await signIn(page, camille);
  await expect(page.getByRole("link", { name: new RegExp(`${free[0]?.name}\\b`) })).toBeVisible();
});

test.afterEach(async () => {
  await cancelOrders(manager, ...free);
});

/** Taps an order of one soup up to the last touch, which sends it. */
async function take(page: Page, table: Table | undefined): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`${table?.name}\\b`) }).click();
  await page.getByRole("link", { name: "Prendre la commande" }).click();
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await page.getByRole("button", { name: "Envoyer" }).click();
}

async function send(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Envoyer" }).click();
}

const back = (page: Page) => page.getByRole("link", { name: "Retour" }).click();
const sent = (page: Page) => page.getByText("Envoyé", { exact: true });
const queued = (page: Page) => page.getByText("En attente d'envoi", { exact: true });

/** Everything that is open there, dish by dish. */
async function dishesAt(table: Table | undefined): Promise<string[][]> {
  const orders = table ? await ordersAt(manager, table) : [];
  return orders.map(({ items }) => items.map(({ name }) => name));
}

/**
 * What a phone is left with that slept for longer than its token is good, if its clock stood still meanwhile: a token
 * that it takes for a fresh one, and that the services refuse. It comes the way another tab hands over its own.
 */
async function ageTheToken(page: Page, token: string): Promise<void> {
  await page.evaluate((expired) => {
    const tabs = new BroadcastChannel("brigade-session");
    tabs.postMessage({ kind: "renewed", token: expired, lifetime: 900_000, at: Date.now() });
    tabs.close();
  }, token);
}

test("a token that is over in the middle of the service is not felt", async ({ page, request }) => {
  const answers: string[] = [];
  page.on("response", (answer) => {
    if (answer.request().method() === "POST") {
      answers.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
    }
  });
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  await take(page, free[0]);
  await ageTheToken(page, await expiredToken(request, camille));
  await send(page);
  await expect(sent(page)).toBeVisible();
  expect(answers).toContain("401 /api/orders");
  expect(answers).toContain("200 /api/auth/session/renew");
  expect(answers.filter((each) => each === "201 /api/orders")).toHaveLength(1);
  expect(addresses.filter((each) => each.includes("sign-in"))).toEqual([]);
  expect(await dishesAt(free[0])).toEqual([[SOUP]]);
});

test("a session that was ended elsewhere asks for the PIN again, and loses nothing that was taken", async ({
  page,
  context,
  request,
}) => {
  await take(page, free[0]);
  await context.setOffline(true);
  await send(page);
  await expect(queued(page)).toBeVisible();
  await back(page);
  const elsewhere = await Colleague.of(request, camille);
  await elsewhere.call("DELETE", "/api/auth/sessions");
  await ageTheToken(page, await expiredToken(request, camille));
  await context.setOffline(false);

  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText("Votre session est terminée")).toBeVisible();
  expect(await dishesAt(free[0])).toEqual([]);
  await signIn(page, camille);
  await expect(page.getByText("Tout est envoyé.")).toBeVisible();
  expect(await dishesAt(free[0])).toEqual([[SOUP]]);
});

test("an instance that is killed while it has an order, and both of them, lose none and double none", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const told: (Table | undefined)[] = [];
  try {
    // Frozen it keeps what it was given, so that it dies with an order in its hands: with the first, or with the next
    // one when the gateway gave that to the other instance.
    await signal("orders-1", "SIGSTOP");
    for (const table of free.slice(0, 3)) {
      await take(page, table);
      await send(page);
      told.push(table);
      if (await hangs(page)) {
        break;
      }
      await back(page);
    }
    await expect(queued(page), "the killed instance had an order").toBeVisible();
    await signal("orders-1", "SIGKILL");
    await expect(sent(page)).toBeVisible({ timeout: 20_000 });
    await back(page);

    // The last one dies when it has placed the order and before it could tell.
    await take(page, free[3]);
    const died = placedAndNotTold(page, () => signal("orders-2", "SIGKILL"));
    await send(page);
    await died;
    // The phone may have been told of the order by then, but not that its own request was carried out.
    await expect(page.getByRole("link", { name: "1 envoi en attente" })).toBeVisible();
    await back(page);
    await take(page, free[4]);
    await send(page);
    await expect(queued(page)).toBeVisible();
    await back(page);
    await expect(page.getByRole("link", { name: "2 envois en attente" })).toBeVisible();
  } finally {
    await Promise.all(INSTANCES.map((each) => signal(each, "SIGKILL").catch(() => undefined)));
    await up("orders");
    // The gateway spares an instance that was away, for some seconds.
    await expect(() => manager.get("/api/tables?limit=1")).toPass({ timeout: 30_000 });
  }
  await expect(page.getByText("Tout est envoyé.")).toBeVisible({ timeout: 40_000 });
  for (const table of [...told, free[3], free[4]]) {
    expect(await dishesAt(table), table?.name ?? "").toEqual([[SOUP]]);
  }
});

/** Whether it takes longer than an order that arrives. */
async function hangs(page: Page): Promise<boolean> {
  return sent(page)
    .waitFor({ timeout: 1_500 })
    .then(
      () => false,
      () => true,
    );
}

/** Lets the next order through to the server and, instead of its answer, lets happen what ends the connection. */
function placedAndNotTold(page: Page, end: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const lose = async (route: Route) => {
      expect((await route.fetch()).status()).toBe(201);
      await end();
      await route.abort();
    };
    page.route("**/api/orders", (route) => lose(route).then(resolve, reject), { times: 1 }).catch(reject);
  });
}
