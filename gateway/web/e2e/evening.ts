import { expect, test, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { type Table } from "./house";
import { camille, ines, marc, signIn, signInByPad, sophie } from "./people";

/** The till whose drawer the evening needs open. */
export const TILL = "Caisse comptoir";

const STARTER = "Poireaux vinaigrette, œuf mimosa";
const MAIN = "Tartare de bœuf au couteau";
const SIDE = "Frites maison";
const TOTAL_CENTS = 2 * 890 + 1890;

/** A touch that comes sooner is taken for the echo of the last one by a kitchen's screen: hands there are wet. */
const COOKING_MS = 600;

/** Four people at work, each on the device of their place. */
export interface Room {
  phone: Page;
  wall: Page;
  till: Page;
  desk: Page;
}

/** Opens the four windows; the caller closes their contexts. */
export async function openRoom(browser: Browser, more: BrowserContextOptions = {}): Promise<Room> {
  const window = async (width: number, height: number, device: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, ...device, ...more });
    return context.newPage();
  };
  const room = {
    phone: await window(390, 844, { hasTouch: true }),
    wall: await window(1920, 1080),
    till: await window(1280, 800),
    desk: await window(1440, 900),
  };
  await room.till.addInitScript((till) => localStorage.setItem("brigade.till", till), TILL);
  await room.wall.addInitScript(() => localStorage.setItem("brigade.kitchen", '{"station":"COLD"}'));
  return room;
}

export async function closeRoom(room: Room): Promise<void> {
  await Promise.all(Object.values(room).map((page: Page) => page.context().close()));
}

/**
 * One table's evening on four screens at once: ordered, cooked, served, billed, split, paid in cash and by card, and
 * seen in the takings. Fails at the first thing that is not as it should be; the kitchen has to see the order within
 * `withinMs` of the tap that sent it.
 */
export async function playEvening(room: Room, table: Table, withinMs: number): Promise<void> {
  const { phone, wall, till, desk } = room;
  let before = 0;
  let loads = 0;
  let order = "";

  await step("Camille signs in on her phone", async () => {
    await signInByPad(phone, camille);
    await expect(phone.getByRole("heading", { name: "Salle", level: 1 })).toBeVisible();
    return "the floor";
  });
  await step("Marc signs in on the kitchen's wall", async () => {
    await signIn(wall, marc);
    await expect(wall.getByRole("heading", { level: 1 })).toHaveText("Cuisine · Froid");
    await expect(wall.getByText("Chargement…")).toBeHidden();
    return "the cold station";
  });
  await step("Inès signs in at the till", async () => {
    await signIn(till, ines);
    await expect(till.getByRole("searchbox")).toBeVisible();
    return "the open bills";
  });
  await step("Sophie signs in at her desk", async () => {
    await signIn(desk, sophie);
    before = await takings(desk);
    desk.on("load", () => loads++);
    return `takings ${euros(before)}`;
  });

  await step(`Camille takes the order of table ${table.name}`, async () => {
    await phone.bringToFront();
    await phone.getByRole("link", { name: new RegExp(`${table.name}\\b`) }).click();
    await phone.getByRole("link", { name: "Prendre la commande" }).click();
    const starter = phone.getByRole("button", { name: new RegExp(`^${STARTER}`) });
    await starter.click();
    await starter.click();
    await phone.getByLabel("Chercher un plat").fill("tartare");
    await phone.getByRole("button", { name: new RegExp(`^${MAIN}`) }).click();
    const sheet = phone.getByRole("dialog");
    await sheet.getByRole("button", { name: SIDE }).click();
    await sheet.getByRole("button", { name: "Suite" }).click();
    await sheet.getByRole("group", { name: "Place" }).getByRole("button", { name: "2" }).click();
    await sheet.getByRole("button", { name: /^Ajouter ·/ }).click();
    await phone.getByRole("button", { name: /^3 articles/ }).click();
    await expect(sheet.getByText(SIDE)).toBeVisible();
    return `2 starters, a main with ${SIDE.toLowerCase()}`;
  });
  await step("Camille sends it, and the kitchen has it", async () => {
    const tickets = wall.getByRole("article", { name: `Table ${table.name}`, exact: true });
    await expect(tickets).toHaveCount(0);
    const seen = whenSeen(wall, `Table ${table.name}`);
    await rememberTap(phone);
    await phone.getByRole("dialog").getByRole("button", { name: "Envoyer" }).click();
    const took = (await seen) - (await lastTap(phone));
    expect(took, "milliseconds from the tap to the kitchen's screen").toBeLessThan(withinMs);
    await expect(tickets).toHaveCount(2);
    await expect(tickets.filter({ hasText: MAIN })).toContainText(SIDE);
    const heading = phone.getByRole("heading", { name: /^Commande \d+/ });
    order = /\d+/.exec(await heading.innerText())?.[0] ?? "";
    return `order ${order}, on the wall ${took} ms after the tap`;
  });

  for (const dish of [STARTER, MAIN]) {
    await step(`Marc makes: ${dish}`, async () => {
      await wall.bringToFront();
      const ticket = wall.getByRole("article", { name: `Table ${table.name}`, exact: true }).filter({ hasText: dish });
      for (const touch of ["Commencer", "Tout prêt"]) {
        await wall.waitForTimeout(COOKING_MS);
        await ticket.getByRole("button", { name: `${touch} : Table ${table.name}` }).click();
      }
      await expect(ticket).toBeHidden();
      await phone.bringToFront();
      await expect(phone.getByText(new RegExp(`^Prêt, table ${table.name} : \\d × ${dish}`))).toBeVisible();
      return "Camille is told that it is ready";
    });
  }
  await step("Camille serves", async () => {
    const served = phone.getByRole("button", { name: "Servi", exact: true });
    await expect(served).toHaveCount(2);
    await served.first().click();
    await expect(served).toHaveCount(1);
    await served.click();
    await expect(phone.getByText("Servi", { exact: true })).toHaveCount(2);
    return "all of it";
  });
  await step("Camille asks for the bill", async () => {
    await phone.getByRole("button", { name: "Demander l'addition" }).click();
    const note = phone.getByRole("dialog", { name: "Note imprimée" });
    await expect(note).toContainText("36,70");
    await phone.keyboard.press("Escape");
    return euros(TOTAL_CENTS);
  });

  await step("Inès splits it in two", async () => {
    await till.bringToFront();
    await till.getByRole("rowheader", { name: `n° ${order}` }).click();
    await till.getByRole("button", { name: /Partager/ }).click();
    await till.getByRole("button", { name: "Parts égales" }).click();
    await till.getByRole("button", { name: "Partager ainsi" }).click();
    await expect(till.getByRole("group", { name: "Parts" }).getByRole("button", { name: /^Part \d/ })).toHaveCount(2);
    return "2 × 18,35 €";
  });
  await step("Inès takes one part in cash", async () => {
    await till.getByRole("button", { name: /^20\s€$/ }).click();
    await till.getByRole("button", { name: /^Encaisser/ }).click();
    await expect(till.getByText("À rendre au client")).toBeVisible();
    await expect(till.getByText(/^1,65\s€$/)).toBeVisible();
    await till.getByRole("button", { name: "Paiement suivant" }).click();
    return "20,00 € given, 1,65 € back";
  });
  await step("Inès takes the other by card", async () => {
    await till.getByRole("button", { name: "Carte", exact: false }).first().click();
    await till.getByRole("button", { name: /^Carte :/ }).click();
    await till.getByRole("button", { name: "Accepté" }).click();
    await expect(till.getByText("L'addition est réglée.")).toBeVisible();
    await till.getByRole("button", { name: "Addition suivante" }).click();
    return "18,35 €";
  });
  await step("The bill leaves the list", async () => {
    await expect(till.getByRole("searchbox")).toBeVisible();
    await expect(till.getByRole("rowheader", { name: `n° ${order}` })).toHaveCount(0);
    return "settled";
  });
  await step("Camille clears the table", async () => {
    await phone.bringToFront();
    await phone.getByRole("button", { name: "Débarrassée" }).click();
    await expect(phone.getByRole("link", { name: "Prendre la commande" })).toBeVisible();
    return `${table.name} is free`;
  });
  await step("Sophie sees the takings rise", async () => {
    await desk.bringToFront();
    await expect.poll(() => takings(desk), { timeout: 30_000 }).toBe(before + TOTAL_CENTS);
    expect(loads, "the page was not loaded again").toBe(0);
    return `${euros(before)} + ${euros(TOTAL_CENTS)} = ${euros(before + TOTAL_CENTS)}`;
  });
}

let number = 0;

/** One line for each step that went as it should. */
async function step(what: string, work: () => Promise<string>): Promise<void> {
  await test.step(what, async () => {
    const begin = performance.now();
    const result = await work();
    const took = Math.round(performance.now() - begin);
    const line = [String(++number).padStart(3), what.padEnd(48), result.padEnd(44), String(took).padStart(6)];
    console.log(`${line.join("  ")} ms`);
  });
}

/** When a ticket of that place is on the screen, by the clock that all windows share. */
function whenSeen(wall: Page, place: string): Promise<number> {
  return wall.evaluate(
    (label) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(`article[aria-label="${label}"]`)) {
            observer.disconnect();
            resolve(Date.now());
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        look();
      }),
    place,
  );
}

async function rememberTap(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener("pointerdown", () => (document.documentElement.dataset.tapped = String(Date.now())), true);
  });
}

async function lastTap(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset.tapped));
}

/** The takings as Sophie reads them, in cents. */
async function takings(desk: Page): Promise<number> {
  const text = await desk.locator("dl", { hasText: "Encaissé" }).locator("dd").innerText();
  return Number(/^[\d\s]+,\d\d/.exec(text)?.[0].replace(/\D/g, ""));
}

function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")} €`;
}
