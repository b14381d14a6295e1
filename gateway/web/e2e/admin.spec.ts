import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { camille, Colleague, ines, signIn, sophie } from "./people";

interface Dish {
  dish_id: number;
  name: string;
  available: boolean;
  unit_price_cents: number;
  version: number;
  station: string;
  option_group_ids: number[];
}
interface Carte {
  categories: { category_id: number; dishes: Dish[] }[];
}

/** A dish of its own for each test, so that nobody else's evening is spoilt. */
async function newDish(manager: Colleague, name: string): Promise<Dish> {
  const carte = await manager.get<Carte>("/api/menu");
  return manager.call<Dish>("POST", "/api/menu/dishes", {
    category_id: carte.categories[0]?.category_id,
    name,
    unit_price_cents: 1250,
    vat_rates_bp: { DINE_IN: 1000, TAKEAWAY: 1000, DELIVERY: 1000 },
    station: "COLD",
    course: 1,
    allergens: [],
  });
}

const seenBy = async (colleague: Colleague, { dish_id }: Dish) =>
  (await colleague.get<Carte>("/api/menu")).categories
    .flatMap(({ dishes }) => dishes)
    .find((dish) => dish.dish_id === dish_id);

async function openCarte(page: Page, name: string): Promise<void> {
  await signIn(page, sophie);
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("link", { name: "Carte", exact: true }).click();
  await page.getByLabel("Chercher").fill(name);
}

test("a dish that is sold out here is sold out for everybody, and comes back", async ({ page, request }) => {
  const manager = await Colleague.of(request, sophie);
  const waiter = await Colleague.of(request, camille);
  const dish = await newDish(manager, `Rupture ${crypto.randomUUID().slice(0, 8)}`);
  await openCarte(page, dish.name);
  await page.getByRole("button", { name: `Épuisé : ${dish.name}` }).click();
  await expect(page.getByRole("button", { name: `De nouveau là : ${dish.name}` })).toBeVisible();
  expect((await seenBy(waiter, dish))?.available).toBe(false);
  await page.getByRole("button", { name: `De nouveau là : ${dish.name}` }).click();
  await expect(page.getByRole("button", { name: `Épuisé : ${dish.name}` })).toBeVisible();
  expect((await seenBy(waiter, dish))?.available).toBe(true);
  await manager.call("DELETE", `/api/menu/dishes/${dish.dish_id}`);
});

test("a price is changed, and when somebody else was faster the person decides", async ({ page, request }) => {
  const manager = await Colleague.of(request, sophie);
  const dish = await newDish(manager, `Prix ${crypto.randomUUID().slice(0, 8)}`);
  await openCarte(page, dish.name);
  const edit = page.getByRole("button", { name: `Modifier : ${dish.name}` });
  await edit.click();
  await page.getByLabel("Prix TTC").fill("13,40");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const cheaper = await seenBy(manager, dish);
  expect(cheaper?.unit_price_cents).toBe(1340);
  await expect(page.getByRole("row", { name: new RegExp(dish.name) })).toContainText("13,40");

  await edit.click();
  await page.getByLabel("Prix TTC").fill("14");
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const { description, translations, timed_prices, vat_rates_bp, station, course, allergens, category_id } =
    cheaper as unknown as Record<string, unknown>;
  const fields = { description, translations, timed_prices, vat_rates_bp, station, course, allergens, category_id };
  await manager.call("PUT", `/api/menu/dishes/${dish.dish_id}`, { ...fields, name: dish.name, unit_price_cents: 1500 });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const conflict = page.getByRole("alertdialog");
  await expect(conflict.getByRole("row", { name: /Prix TTC/ })).toContainText("1500");
  expect((await seenBy(manager, dish))?.unit_price_cents).toBe(1500);
  await conflict.getByRole("button", { name: "Enregistrer ma saisie" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await seenBy(manager, dish))?.unit_price_cents).toBe(1400);
  await manager.call("DELETE", `/api/menu/dishes/${dish.dish_id}`);
});

test("takings rise after a payment without reloading", async ({ page, request }) => {
  const waiter = await Colleague.of(request, camille);
  const cashier = await Colleague.of(request, ines);
  const manager = await Colleague.of(request, sophie);
  const takings = async () => (await manager.get<{ takings_cents: number }>("/api/reports/daily")).takings_cents;
  await signIn(page, sophie);
  await expect(page.getByText("Encaissé")).toBeVisible();
  const before = await takings();
  const carte = await waiter.get<Carte>("/api/menu");
  const dish = carte.categories
    .flatMap(({ dishes }) => dishes)
    .find(({ available, option_group_ids }) => available && option_group_ids.length === 0);
  const order = await waiter.call<{ order_id: number; total_cents: number }>("POST", "/api/orders", {
    service_mode: "TAKEAWAY",
    customer: { name: "Encaissement" },
    items: [{ dish_id: dish?.dish_id, quantity: 3 }],
  });
  await cashier.call("POST", "/api/payments", {
    order_id: order.order_id,
    method: "CARD",
    amount_cents: order.total_cents,
  });
  await expect.poll(takings, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + order.total_cents);
  const now = await takings();
  const shown = async () => {
    const text = (await page.locator("dl", { hasText: "Encaissé" }).locator("dd").textContent()) ?? "";
    return Number(/^[\d\s]+,\d\d/.exec(text)?.[0].replace(/\s/g, "").replace(",", "") ?? 0);
  };
  await expect.poll(shown, { timeout: 30_000 }).toBeGreaterThanOrEqual(now);
});

for (const scheme of ["light", "dark"] as const) {
  test(`no barrier on any screen, ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await signIn(page, sophie);
    await expect(page.getByText("Encaissé")).toBeVisible();
    const screens = await page.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const screen of screens) {
      await page.goto(screen ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("Chargement…")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join()).join(" ")}`);
      expect(found, screen ?? "").toEqual([]);
    }
  });
}
