import AxeBuilder from "@axe-core/playwright";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { closeDrawer, openDrawer } from "./house";
import { camille, Colleague, ines, signIn, sophie } from "./people";

/** The manager of the other demo restaurant: its day is closed here, and nobody else's. */
const lea = { code: "5001", pin: "3618", name: "Léa" };
const TILL = "Caisse E2E";

interface Placed {
  order_id: number;
  total_cents: number;
}

interface Dishes {
  categories: { dishes: { dish_id: number; available: boolean; option_group_ids: number[]; station: string }[] }[];
}

/** Guests of our own at a table that others may use as well: three dishes on three seats. */
async function place(request: APIRequestContext): Promise<Placed> {
  const waiter = await Colleague.of(request, camille);
  const menu = await waiter.get<Dishes>("/api/menu");
  const dishes = menu.categories
    .flatMap((category) => category.dishes)
    .filter((dish) => dish.available && dish.option_group_ids.length === 0 && dish.station !== "BAR");
  const tables = await waiter.get<{ data: { table_id: number }[] }>("/api/tables?limit=200");
  return waiter.call<Placed>("POST", "/api/orders", {
    table_id: tables.data.at(-1)?.table_id,
    covers: 3,
    additional: true,
    items: dishes.slice(0, 3).map(({ dish_id }, index) => ({ dish_id, quantity: 1, seat: index + 1 })),
  });
}

async function atTill(page: Page): Promise<void> {
  await page.addInitScript((till) => localStorage.setItem("brigade.till", till), TILL);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, ines);
  await expect(page.getByRole("searchbox")).toBeVisible();
}

async function openBill(page: Page, order: Placed): Promise<void> {
  await page.getByRole("searchbox").fill(String(order.order_id));
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`n° ${order.order_id}`);
  // The heading is there before the bill is, and keys do nothing without it.
  await expect(page.getByText("À payer", { exact: true })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

const euros = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
const took = (page: Page) => page.getByRole("button", { name: /Paiement suivant|Addition suivante/ });

test.afterEach(async ({ request }) => closeDrawer(await Colleague.of(request, ines), TILL));

test("a bill is split by items, paid in cash with change and by card, settles and leaves the list", async ({
  page,
  request,
}) => {
  await openDrawer(await Colleague.of(request, ines), TILL);
  const order = await place(request);
  await atTill(page);
  await expectAccessible(page);
  await openBill(page, order);
  await expect(page.getByRole("button", { name: `Encaisser ${euros(order.total_cents)}` })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /Partager/ }).click();
  const pile = page.getByRole("grid", { name: "À répartir" });
  // By keys alone: taken up with Enter, carried to the first guest, put down with Enter.
  await pile
    .getByRole("button", { name: /Déplacer/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Convive 1" }).getByRole("button", { name: /^Déposer/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pile.getByRole("row")).toHaveCount(2);
  await pile.getByRole("row").first().click();
  await page.getByRole("button", { name: "Donner à : Convive 2" }).click();
  await expect(pile.getByRole("row")).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Partager ainsi" }).click();

  const parts = page.getByRole("group", { name: "Parts" });
  await expect(parts.getByRole("button", { name: /Convive|reste/ })).toHaveCount(3);
  await page.getByRole("button", { name: /^50\s€$/ }).click();
  await page.getByRole("button", { name: /^Encaisser/ }).click();
  await expect(page.getByText("À rendre au client")).toBeVisible();
  await took(page).click();

  await page.getByRole("button", { name: /^Carte/ }).click();
  await page.getByRole("button", { name: /^Carte :/ }).click();
  await page.getByRole("button", { name: "Accepté" }).click();
  await took(page).click();
  await page.getByRole("button", { name: /Le reste/ }).click();
  await page.getByRole("button", { name: /^Chèque/ }).click();
  await page.getByRole("button", { name: /^Encaisser/ }).click();
  await expect(page.getByText("L'addition est réglée.")).toBeVisible();
  await page.getByRole("region", { name: "Encaisser" }).getByRole("button", { name: "Imprimer le reçu" }).click();
  await expect(page.getByRole("dialog", { name: /^Reçu n° \d+, original$/ })).toContainText("TOTAL TTC");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await took(page).click();

  await page.getByRole("searchbox").fill(String(order.order_id));
  await expect(page.getByRole("rowheader", { name: `n° ${order.order_id}`, exact: false })).toHaveCount(0);
  const cashier = await Colleague.of(request, ines);
  await expect
    .poll(async () => (await cashier.get<{ status: string }>(`/api/orders/${order.order_id}`)).status)
    .toBe("CLOSED");
});

test("the list tells what is paid and left of bills that this till never opened, as other tills take it", async ({
  page,
  request,
}) => {
  const order = await place(request);
  const other = await Colleague.of(request, sophie);
  const payPart = () =>
    other.call("POST", "/api/payments", { order_id: order.order_id, method: "CARD", amount_cents: 500 });
  await payPart();
  await atTill(page);
  await page.getByRole("searchbox").fill(String(order.order_id));
  const cells = page.getByRole("row", { name: new RegExp(`n° ${order.order_id}\\b`) }).getByRole("gridcell");
  await expect(cells.nth(-2)).toContainText("5,00");
  await expect(cells.last()).toContainText(euros(order.total_cents - 500));
  await payPart();
  await expect(cells.nth(-2)).toContainText("10,00");
  await expect(cells.last()).toContainText(euros(order.total_cents - 1_000));
  await other.call("POST", "/api/payments", {
    order_id: order.order_id,
    method: "CARD",
    amount_cents: order.total_cents - 1_000,
  });
});

test("cash is taken from end to end by keyboard alone", async ({ page, request }) => {
  await openDrawer(await Colleague.of(request, ines), TILL);
  const order = await place(request);
  await atTill(page);
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("rowheader", { name: `n° ${order.order_id}` })).toBeVisible();
  await page.keyboard.type(String(order.order_id));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reçu" })).toBeFocused();
  await page.keyboard.type("100");
  await expect(page.getByText(euros(10_000 - order.total_cents))).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("L'addition est réglée.")).toBeVisible();
  await expect(took(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("wrong amounts are explained, and vouchers that pay too much", async ({ page, request }) => {
  await openDrawer(await Colleague.of(request, ines), TILL);
  const order = await place(request);
  await atTill(page);
  await openBill(page, order);
  await page.getByRole("textbox", { name: "Montant" }).fill("9999");
  await expect(page.getByText(/Il ne reste que .* Ce qui dépasse est un pourboire/)).toBeVisible();
  await page.getByRole("textbox", { name: "Montant" }).fill("");
  await page.getByRole("textbox", { name: "Reçu" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Il manque" })).toBeVisible();
  await page.keyboard.press("F8");
  await page.getByRole("textbox", { name: "Porteur" }).fill(`E2E${order.order_id}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/plafond du jour : 25,00\s€ au plus/)).toBeVisible();
  await page.getByRole("button", { name: /^Prendre 25,00/ }).click();
  await page.getByRole("button", { name: /^Encaisser 25,00/ }).click();
  await expect(page.getByText(`Reste à payer : ${euros(order.total_cents - 2500)}`)).toBeVisible();
});

test("a payment whose answers are lost is sent again with its key, and counts once", async ({ page, request }) => {
  const order = await place(request);
  await atTill(page);
  await openBill(page, order);
  const keys: (string | undefined)[] = [];
  await page.route("**/api/payments", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    // It arrives, and three times in a row the till does not hear of it.
    if (keys.length <= 3) {
      await route.fetch();
      await route.abort();
    } else {
      await route.continue();
    }
  });
  await page.keyboard.press("F4");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Accepté" }).click();
  await expect(page.getByText(/on ne sait pas si c'est enregistré/)).toBeVisible();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByText("L'addition est réglée.")).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  const cashier = await Colleague.of(request, ines);
  const bill = await cashier.get<{ payments: unknown[]; left_cents: number }>(`/api/bills/${order.order_id}`);
  expect(bill.payments).toHaveLength(1);
  expect(bill.left_cents).toBe(0);
});

test("a note's second print is a numbered duplicata", async ({ page, request }) => {
  const order = await place(request);
  await atTill(page);
  await openBill(page, order);
  await page.keyboard.press("Alt+n");
  await expect(page.getByRole("dialog", { name: /^Note n° \d+, original$/ })).toBeVisible();
  await page.getByRole("button", { name: "Fermer" }).click();
  await page.keyboard.press("Alt+n");
  await expect(page.getByRole("dialog", { name: /^Note n° \d+, duplicata n° 1$/ })).toBeVisible();
});

test("a payment is given back in part with a manager's PIN, and the settled bill tells of the credit", async ({
  page,
  request,
}) => {
  const order = await place(request);
  const cashier = await Colleague.of(request, ines);
  await cashier.call("POST", "/api/payments", {
    order_id: order.order_id,
    method: "CARD",
    amount_cents: order.total_cents,
  });
  await atTill(page);
  await page.getByRole("link", { name: "Réglées" }).click();
  await openBill(page, order);
  await page.getByRole("button", { name: "Rembourser" }).click();
  await page.getByRole("textbox", { name: "Montant" }).fill("5");
  await page.getByRole("button", { name: "Rembourser 5,00" }).click();
  await expect(page.getByText("Indiquez le motif.")).toBeVisible();
  await page.getByRole("button", { name: "Plat froid" }).click();
  await page.getByRole("button", { name: "Rembourser 5,00" }).click();
  await page.getByLabel("Code du responsable").fill(sophie.code);
  await page.keyboard.press("Enter");
  await page.getByLabel("PIN du responsable").fill(sophie.pin);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Accord : Sophie")).toBeVisible();
  await expect(page.getByText("avoir", { exact: true })).toBeVisible();
});

test("a drawer is opened, moved and counted", async ({ page, request }) => {
  await closeDrawer(await Colleague.of(request, ines), TILL);
  await atTill(page);
  await page.getByRole("link", { name: "Tiroir-caisse" }).click();
  await expect(page.getByRole("heading", { name: `${TILL} : tiroir fermé` })).toBeVisible();
  await page.getByLabel("Fond de caisse").fill("cent");
  await page.getByRole("button", { name: "Ouvrir le tiroir" }).click();
  await expect(page.getByText("Saisissez un montant")).toBeVisible();
  await page.getByLabel("Fond de caisse").fill("150");
  await page.getByRole("button", { name: "Ouvrir le tiroir" }).click();
  await page.getByRole("button", { name: "Apport" }).click();
  await page.getByRole("textbox", { name: "Montant" }).fill("20,50");
  await page.getByRole("button", { name: "Ajout au fond" }).click();
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByRole("cell", { name: /^20,50/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Compter et fermer" }).click();
  await page.getByLabel("Nombre de 50 €").fill("3");
  await page.getByLabel("Nombre de 20 €").fill("1");
  await expect(page.getByText("Il manque 0,50 €")).toBeVisible();
  await page.getByLabel("Nombre de 0,50 €").fill("1");
  await expect(page.getByText("Le compte est juste.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Fermer le tiroir" }).click();
  await expect(page.getByRole("heading", { name: `${TILL} : tiroir fermé` })).toBeVisible();
  const counted = page.getByRole("region", { name: "Tiroirs comptés" }).getByRole("row", { name: TILL }).first();
  await expect(counted).toContainText("170,50 €");
});

test("a manager sees the day's figures, closes it once, and prints the Z", async ({ page }) => {
  await signIn(page, lea);
  await expect(page).toHaveURL(/\/admin$/);
  await page.goto("/till/closings");
  const close = page.getByRole("button", { name: "Clôturer la journée (Z)" });
  const closed = page.getByText("Cette journée est clôturée.");
  await expect(close.or(closed)).toBeVisible();
  await expect(page.getByText("Total TTC").first()).toBeVisible();
  await expectAccessible(page);
  // Once a day, whoever runs this first.
  if (await close.isVisible()) {
    await close.click();
    await page.getByRole("button", { name: "Clôturer", exact: true }).click();
  } else {
    await page
      .getByRole("button", { name: /^Voir et imprimer Z/ })
      .first()
      .click();
  }
  await expect(page.getByRole("dialog", { name: /^Z n° \d+$/ })).toContainText("Z DE CAISSE");
  await page.keyboard.press("Escape");
  await expect(closed).toBeVisible();
});

test("a cashier does not get to the closings", async ({ page }) => {
  await atTill(page);
  await expect(page.getByRole("link", { name: "Clôture (Z)" })).toHaveCount(0);
  await page.goto("/till/closings");
  await expect(page).toHaveURL(/\/till$/);
});
