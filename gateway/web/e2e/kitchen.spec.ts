import AxeBuilder from "@axe-core/playwright";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { camille, Colleague, marc, signIn } from "./people";

/** Longer only where a machine is busy with more than the suite. */
const WITHIN_MS = Number(process.env.BRIGADE_WITHIN_MS ?? 1_000);

interface Carte {
  categories: {
    dishes: { dish_id: number; name: string; station: string; available: boolean; option_group_ids: number[] }[];
  }[];
}
interface Order {
  order_id: number;
  items: { item_id: number; state: string }[];
}

/** An order of a guest with a name of their own, so that no other order on the screens is taken for it. */
async function takeaway(waiter: Colleague, guest: string, station: string, more: object = {}): Promise<Order> {
  const carte = await waiter.get<Carte>("/api/menu");
  const dish = carte.categories
    .flatMap(({ dishes }) => dishes)
    .find((each) => each.station === station && each.available && each.option_group_ids.length === 0);
  expect(dish, `a dish without options at ${station}`).toBeDefined();
  const items = [{ dish_id: dish?.dish_id, quantity: 2, ...more }];
  return waiter.call("POST", "/api/orders", { service_mode: "TAKEAWAY", customer: { name: guest }, items });
}

const guestOf = (what: string) => `${what} ${crypto.randomUUID().slice(0, 8)}`;

async function open(page: Page, station = "Pâtisserie"): Promise<void> {
  await signIn(page, marc);
  await page.getByRole("button", { name: station, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Cuisine · ${station}`);
  await expect(page.getByText("Chargement…")).toBeHidden();
}

async function finish(request: APIRequestContext, order: Order): Promise<void> {
  const cook = await Colleague.of(request, marc);
  const now = await cook.get<Order>(`/api/orders/${order.order_id}`);
  const steps = ["SENT", "PREPARING", "READY", "SERVED"];
  for (const { item_id, state } of now.items) {
    for (const next of steps.slice(steps.indexOf(state) + 1)) {
      await cook.call("POST", `/api/kitchen/items/${item_id}/state`, { state: next });
    }
  }
}

test("an order appears within a second, with what the guest must not eat and the note", async ({ page, request }) => {
  const waiter = await Colleague.of(request, camille);
  await open(page);
  const guest = guestOf("Allergie");
  const order = await takeaway(waiter, guest, "PASTRY", { allergies: ["SESAME"], note: "sans chantilly" });
  const ticket = page.getByRole("article", { name: guest });
  await expect(ticket).toBeVisible({ timeout: WITHIN_MS });
  await expect(ticket.getByText(/ALLERGIE : sésame/)).toBeVisible();
  await expect(ticket.getByText("sans chantilly")).toBeVisible();
  await finish(request, order);
});

test("a touch on one screen is seen on another within a second, until the ticket is gone", async ({
  page,
  browser,
  request,
}) => {
  const waiter = await Colleague.of(request, camille);
  const context = await browser.newContext({ locale: "fr-FR" });
  const other = await context.newPage();
  await open(page);
  await open(other);
  const guest = guestOf("Deux écrans");
  await takeaway(waiter, guest, "PASTRY");
  const here = page.getByRole("article", { name: guest });
  const there = other.getByRole("article", { name: guest });
  await expect(here.getByText("à faire")).toBeVisible();
  await expect(there.getByText("à faire")).toBeVisible();

  await here.getByRole("button", { name: /à faire/ }).click();
  await expect(here.getByText("en cours")).toBeVisible({ timeout: WITHIN_MS });
  await expect(there.getByText("en cours")).toBeVisible({ timeout: WITHIN_MS });

  await there.getByRole("button", { name: /^Tout prêt/ }).click();
  const chip = (of: Page) => of.getByRole("button", { name: new RegExp(`^Parti : ${guest}`) });
  await expect(chip(page)).toBeVisible({ timeout: WITHIN_MS });

  // Called back, made again, and gone.
  await page.getByRole("button", { name: "Rappeler", exact: true }).click();
  await expect(there.getByText("en cours")).toBeVisible({ timeout: WITHIN_MS });
  await here.getByRole("button", { name: /^Tout prêt/ }).click();
  await chip(other).click();
  await expect(chip(page)).toBeHidden({ timeout: WITHIN_MS });
  await expect(here).toBeHidden();
  await context.close();
});

test("keys bump the tickets of the page", async ({ page, request }) => {
  const waiter = await Colleague.of(request, camille);
  await open(page);
  const guest = guestOf("Touche");
  const order = await takeaway(waiter, guest, "PASTRY");
  const ticket = page.getByRole("article", { name: guest });
  await expect(ticket).toBeVisible();
  while (!(await ticket.locator("kbd").isVisible())) {
    await page.keyboard.press("PageDown");
  }
  await page.keyboard.press((await ticket.locator("kbd").textContent()) ?? "");
  await expect(ticket.getByText("en cours")).toBeVisible();
  await finish(request, order);
});

test("a screen that was cut off says so, keeps touches, and catches up without a gap", async ({
  page,
  context,
  request,
}) => {
  const waiter = await Colleague.of(request, camille);
  await open(page);
  const before = guestOf("Avant");
  const during = guestOf("Pendant");
  const first = await takeaway(waiter, before, "PASTRY");
  const ticket = page.getByRole("article", { name: before });
  await expect(ticket).toBeVisible();

  await context.setOffline(true);
  await ticket.getByRole("button", { name: /à faire/ }).click();
  await expect(ticket.getByText("en cours")).toBeVisible();
  const second = await takeaway(waiter, during, "PASTRY");
  await expect(page.getByText(/Hors ligne/)).toBeVisible({ timeout: 45_000 });
  const state = async () => (await waiter.get<Order>(`/api/orders/${first.order_id}`)).items[0]?.state;
  expect(await state()).toBe("SENT");

  await context.setOffline(false);
  await expect(page.getByRole("article", { name: during })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/Hors ligne/)).toBeHidden({ timeout: 20_000 });
  await expect.poll(state).toBe("PREPARING");
  await expect(ticket.getByText("en cours")).toBeVisible();
  await finish(request, first);
  await finish(request, second);
});

test("the pass tells what an order waits for, and lets it go", async ({ page, request }) => {
  const waiter = await Colleague.of(request, camille);
  await open(page);
  await page.getByRole("link", { name: "Passe" }).click();
  const guest = guestOf("Passe");
  const order = await takeaway(waiter, guest, "PASTRY");
  const card = page.getByRole("article", { name: guest });
  await expect(card.getByText("2 à faire")).toBeVisible();
  const cook = await Colleague.of(request, marc);
  for (const { item_id } of order.items) {
    await cook.call("POST", `/api/kitchen/items/${item_id}/state`, { state: "PREPARING" });
    await cook.call("POST", `/api/kitchen/items/${item_id}/state`, { state: "READY" });
  }
  await card.getByRole("button", { name: /^Parti/ }).click();
  await expect(card).toBeHidden();
});

for (const scheme of ["light", "dark"] as const) {
  test(`no barrier on any view, ${scheme}`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const waiter = await Colleague.of(request, camille);
    const order = await takeaway(waiter, guestOf("Axe"), "PASTRY", { allergies: ["GLUTEN"], note: "bien cuit" });
    await signIn(page, marc);
    await expect(page.getByText("Quel poste est-ce ?")).toBeVisible();
    await check(page, scheme);
    await page.getByRole("button", { name: "Pâtisserie", exact: true }).click();
    await page.getByRole("button", { name: "Cumul" }).click();
    await expect(page.getByRole("article").first()).toBeVisible();
    await check(page, scheme);
    await page.getByRole("link", { name: "Passe" }).click();
    await expect(page.getByRole("article").first()).toBeVisible();
    await check(page, scheme);
    await page.getByRole("link", { name: /Retards/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuisine · Retards");
    await check(page, scheme);
    await finish(request, order);
  });
}

/** Only colours differ in the dark. */
async function check(page: Page, scheme: "light" | "dark"): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (scheme === "light" ? axe : axe.withRules("color-contrast")).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join()).join(" ")}`)).toEqual([]);
}
