import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { tables, type Table } from "./house";
import { antoine, camille, Colleague, ines, signIn, sophie } from "./people";

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

type Place = Table & { x: number; y: number; seats: number };

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

test("a table is added, moved by mouse and keys, seen on the waiter's floor, and taken away", async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const manager = await Colleague.of(request, sophie);
  const area = `Zone ${crypto.randomUUID().slice(0, 6)}`;
  const table = `E ${crypto.randomUUID().slice(0, 6)}`;
  const known = async () => (await tables(manager)).find(({ name }) => name === table) as Place | undefined;
  await signIn(page, sophie);
  await page.getByRole("link", { name: "Plan de salle" }).click();
  await page.getByRole("button", { name: "Nouvelle zone" }).click();
  await page.getByLabel("Nom").fill(area);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("button", { name: area, exact: true })).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("button", { name: "Nouvelle table" }).click();
  await page.getByLabel("Nom").fill(table);
  await page.getByRole("textbox", { name: "Places" }).fill("8");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const tile = page.getByRole("button", { name: new RegExp(`^Table ${table}, 8 places`) });
  await expect(tile).toBeVisible();
  expect(await known()).toMatchObject({ x: 40, y: 40, seats: 8 });

  const box = await tile.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 40];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 70, y + 50, { steps: 4 });
  await page.mouse.move(x + 165, y + 85, { steps: 4 });
  await page.mouse.up();
  await expect.poll(known).toMatchObject({ x: 200, y: 120 });
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await expect(tile).toBeFocused();
  await tile.press("ArrowRight");
  await tile.press("ArrowUp");
  await expect.poll(known).toMatchObject({ x: 240, y: 80 });

  const waiters = await browser.newContext({ ignoreHTTPSErrors: true, locale: "fr-FR" });
  const phone = await waiters.newPage();
  await signIn(phone, camille);
  await expect(phone.getByRole("region", { name: area }).getByRole("link", { name: table })).toContainText("8 places");

  await tile.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(tile).toHaveCount(0);
  await expect(phone.getByRole("region", { name: area })).toHaveCount(0);
  await waiters.close();
  await page.getByRole("button", { name: "Modifier la zone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByRole("button", { name: area, exact: true })).toHaveCount(0);
});

test("of two who edit a table at once the second decides", async ({ page, request }) => {
  const manager = await Colleague.of(request, sophie);
  const name = `C ${crypto.randomUUID().slice(0, 6)}`;
  const area = await manager.call<{ area_id: number }>("POST", "/api/tables/areas", { name, position: 900 });
  const edit = { area_id: area.area_id, name, seats: 2, x: 40, y: 40 };
  const { table_id } = await manager.call<{ table_id: number }>("POST", "/api/tables", edit);
  await signIn(page, sophie);
  await page.getByRole("link", { name: "Plan de salle" }).click();
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: new RegExp(`^Table ${name}`) }).click();
  await page.getByRole("textbox", { name: "Places" }).fill("6");
  // Clearing changes the version and nothing of the plan: no reason to ask.
  await manager.call("POST", `/api/tables/${table_id}/clear`);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await tables(manager)).find((each) => each.table_id === table_id)).toMatchObject({ seats: 6 });

  await page.getByRole("button", { name: new RegExp(`^Table ${name}, 6 places`) }).click();
  await page.getByRole("textbox", { name: "Places" }).fill("5");
  await manager.call("PUT", `/api/tables/${table_id}`, { ...edit, seats: 4 });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const conflict = page.getByRole("alertdialog");
  await expect(conflict.getByRole("row", { name: /Places/ })).toContainText("4");
  await conflict.getByRole("button", { name: "Enregistrer ma saisie" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await tables(manager)).find((each) => each.table_id === table_id)).toMatchObject({ seats: 5 });
  await manager.call("DELETE", `/api/tables/${table_id}`);
  await manager.call("DELETE", `/api/tables/areas/${area.area_id}`);
});

test("restaurants of the group stand side by side, for whoever oversees them only", async ({ page }) => {
  await signIn(page, antoine);
  await page.getByRole("link", { name: "Établissements" }).click();
  const table = page.getByRole("region", { name: "Côte à côte" });
  await expect(table.getByRole("row", { name: /Brasserie du Marché/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /Bistrot de la Gare/ })).toBeVisible();
  await expect(table.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Se déconnecter", exact: true }).click();
  await signIn(page, sophie);
  await expect(page.getByText("Encaissé")).toBeVisible();
  await expect(page.getByRole("link", { name: "Établissements" })).toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`no barrier on any screen, ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await signIn(page, antoine);
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
