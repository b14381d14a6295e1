import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { cancelOrders, dishId, freeTables, ordersAt, type Table } from "./house";
import { camille, Colleague, hugo, marc, signIn, sophie } from "./people";

const SOUP = "Soupe à l'oignon gratinée";
const STEAK = "Entrecôte grillée";

// What belongs to the whole evening, from "ready" to the bill, is played in story.spec.ts.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

let manager: Colleague;
let table: Table;

test.beforeEach(async ({ request, page }) => {
  manager = await Colleague.of(request, sophie);
  [table] = (await freeTables(manager, 1)) as [Table];
  await signIn(page, camille);
  await expect(page).toHaveURL(/\/waiter$/);
});

test.afterEach(async () => {
  await cancelOrders(manager, table);
});

async function openTable(page: Page, at = table): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`${at.name}\\b`) }).click();
}

async function openCarte(page: Page): Promise<void> {
  await openTable(page);
  await page.getByRole("link", { name: /Prendre la commande|Ajouter des plats/ }).click();
  await expect(page.getByRole("button", { name: new RegExp(`^${SOUP}`) })).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Envoyer" }).click();
}

async function nothingSerious(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("an order is taken with options, seat and course, and the kitchen has it", async ({ page }) => {
  await nothingSerious(page);
  await openCarte(page);
  await nothingSerious(page);
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await page.getByLabel("Chercher un plat").fill("entrec");
  await page.getByRole("button", { name: new RegExp(`^${STEAK}`) }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Cuisson")).toBeVisible();
  await nothingSerious(page);
  await sheet.getByRole("button", { name: "Saignant" }).click();
  await sheet.getByRole("button", { name: "Frites maison" }).click();
  await sheet.getByRole("button", { name: "Suite" }).click();
  await sheet.getByRole("group", { name: "Place" }).getByRole("button", { name: "2" }).click();
  await sheet.getByRole("button", { name: /^Ajouter ·/ }).click();
  await page.getByRole("button", { name: /^2 articles/ }).click();
  await expect(sheet.getByText("Saignant · Frites maison")).toBeVisible();
  await nothingSerious(page);
  await sheet.getByRole("button", { name: "Envoyer" }).click();

  await expect(page.getByRole("heading", { name: /^Commande \d+/ })).toBeVisible();
  await expect(page.getByText("Envoyé", { exact: true })).toHaveCount(2);
  await nothingSerious(page);
  await page.getByRole("link", { name: "Retour" }).click();
  await page.getByRole("button", { name: "Mes tables" }).click();
  await expect(page.getByRole("link", { name: new RegExp(`${table.name}\\b.*Commandée`, "s") })).toBeVisible();
  const orders = await ordersAt(manager, table);
  expect(orders).toHaveLength(1);
  expect(orders[0]?.items.map(({ name, state }) => [name, state])).toEqual([
    [SOUP, "SENT"],
    [STEAK, "SENT"],
  ]);
});

test("allergens are one touch away", async ({ page }) => {
  await openCarte(page);
  await page.getByRole("button", { name: `Détails et allergènes : ${SOUP}` }).click();
  await expect(page.getByRole("dialog").getByText(/gluten/)).toBeVisible();
});

test("a held course is fired", async ({ page }) => {
  await openCarte(page);
  await page.getByRole("button", { name: `Détails et allergènes : ${SOUP}` }).click();
  await page.getByRole("button", { name: "Garder (envoyer plus tard)" }).click();
  await page.getByRole("button", { name: /^Ajouter ·/ }).click();
  await send(page);
  await page.getByRole("button", { name: "Envoyer le service 1" }).click();
  await expect(page.getByText("Envoyé", { exact: true })).toBeVisible();
  expect((await ordersAt(manager, table))[0]?.items[0]?.state).toBe("SENT");
});

test("a dish that the manager sells out at the desk turns grey on the phone at once", async ({ page, browser }) => {
  const soup = await dishId(manager, SOUP);
  await openCarte(page);
  const button = page.getByRole("button", { name: new RegExp(`^${SOUP}`) });
  await expect(button).toBeEnabled();
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, hasTouch: false });
  try {
    await signIn(desk, sophie);
    await desk.getByRole("link", { name: "Carte", exact: true }).click();
    await desk.getByLabel("Chercher").fill(SOUP);
    await desk.getByRole("button", { name: `Épuisé : ${SOUP}` }).click();
    await expect(button).toBeDisabled({ timeout: 6_000 });
    await expect(button).toHaveText(/Épuisé/);
    await desk.getByRole("button", { name: `De nouveau là : ${SOUP}` }).click();
    await expect(button).toBeEnabled({ timeout: 6_000 });
  } finally {
    await manager.call("PUT", `/api/menu/dishes/${soup}/availability`, { available: true });
    await desk.close();
  }
});

test("taking off what the kitchen has asks for a manager's PIN on the same phone", async ({ page }) => {
  await openCarte(page);
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await send(page);
  await page.getByRole("button", { name: new RegExp(`1 × ${SOUP}`) }).click();
  await page.getByRole("button", { name: "Erreur de commande" }).click();
  await page.getByRole("button", { name: "Annuler 1" }).click();

  await page.getByLabel("Code du responsable").fill(sophie.code);
  await page.getByRole("button", { name: "Suite" }).click();
  await page.getByLabel("PIN du responsable").fill("0000");
  await page.getByRole("button", { name: "Accorder" }).click();
  await expect(page.getByRole("alert")).toHaveText(/retaper/);
  await page.getByRole("button", { name: "Suite" }).click();
  await page.getByLabel("PIN du responsable").fill(sophie.pin);
  await page.getByRole("button", { name: "Accorder" }).click();

  await expect(page.getByText("C'est fait.")).toBeVisible();
  expect((await ordersAt(manager, table))[0]?.items[0]?.state).toBe("VOIDED");
});

test("two waiters at one table see each other's dishes", async ({ page, browser }) => {
  await openCarte(page);
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await send(page);
  await expect(page.getByText("Envoyé", { exact: true })).toBeVisible();

  const other = await (await browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 844 } })).newPage();
  await signIn(other, hugo);
  await openCarte(other);
  await other.getByRole("button", { name: /^Œufs en meurette/ }).click();
  await send(other);
  await expect(page.getByText("1 × Œufs en meurette")).toBeVisible();
  expect((await ordersAt(manager, table)).map(({ items }) => items.length)).toEqual([2]);
});

test("a table that a colleague took meanwhile is a conflict in words, and the dishes go onto their order", async ({
  page,
  context,
  request,
}) => {
  await openCarte(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await send(page);
  await expect(page.getByText("En attente d'envoi", { exact: true })).toBeVisible();
  const colleague = await Colleague.of(request, hugo);
  await colleague.call("POST", "/api/orders", { table_id: table.table_id, items: [] });
  await context.setOffline(false);

  await page.getByRole("link", { name: /refus à régler/ }).click();
  await expect(page.getByText("Cette table a déjà une commande ouverte.")).toBeVisible();
  await nothingSerious(page);
  await page.getByRole("button", { name: /^Ajouter à la commande/ }).click();
  await expect(page.getByText("Tout est envoyé.")).toBeVisible();
  expect((await ordersAt(manager, table)).map(({ items }) => items.map(({ name }) => name))).toEqual([[SOUP]]);
});

test("a dish that ran out meanwhile comes back to be edited", async ({ page, context, request }) => {
  const chef = await Colleague.of(request, marc);
  const soup = await dishId(manager, SOUP);
  await openCarte(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: new RegExp(`^${SOUP}`) }).click();
  await page.getByRole("button", { name: /^Œufs en meurette/ }).click();
  await send(page);
  try {
    await chef.call("PUT", `/api/menu/dishes/${soup}/availability`, { available: false });
    await context.setOffline(false);
    await page.getByRole("link", { name: /refus à régler/ }).click();
    await expect(page.getByText(/Un plat est épuisé/)).toBeVisible();
    await page.getByRole("button", { name: "Reprendre pour modifier" }).click();
    await page.getByRole("button", { name: /^2 articles/ }).click();
    await expect(page.getByRole("dialog").getByText("Épuisé")).toBeVisible();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Un de moins : ${SOUP}` })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Envoyer" }).click();
    await expect(page.getByText("Envoyé", { exact: true })).toBeVisible();
  } finally {
    await chef.call("PUT", `/api/menu/dishes/${soup}/availability`, { available: true });
  }
  expect((await ordersAt(manager, table)).map(({ items }) => items.map(({ name }) => name))).toEqual([
    ["Œufs en meurette"],
  ]);
});
