import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { closeDrawer, openDrawer } from "../e2e/house";
import { camille, ines, marc, signIn, sophie, type Person } from "../e2e/people";
import { Scene } from "./scene";

const FOLDER = fileURLToPath(new URL("../../../docs/screens", import.meta.url));
const TILL = "Caisse 1";

/** A phone, a tablet, and what each face's people have in front of them otherwise. */
const DEVICES = { phone: [390, 844], tablet: [1024, 768], desktop: [1440, 900] } as const;
type Device = keyof typeof DEVICES;

test("every face on phone, tablet and desktop, in the middle of an evening", async ({ browser, request }) => {
  await mkdir(FOLDER, { recursive: true });
  const scene = new Scene(request);
  await openDrawer(await scene.as(ines), TILL);
  try {
    await scene.play((what) => console.log(what));
    await phone(browser);
    await till(browser, scene);
    await wall(browser);
    await desk(browser);
  } finally {
    await scene.end();
    await closeDrawer(await scene.as(ines), TILL);
  }
});

async function phone(browser: Browser): Promise<void> {
  const page = await open(browser, "phone");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "1", exact: true }).click();
  await shoot(page, "sign-in", "phone");
  await signIn(page, camille);
  await expect(page.getByRole("link", { name: /T2\b/ })).toBeVisible();
  await shootAll(page, "waiter");
  await page.getByRole("link", { name: /T4\b/ }).click();
  await expect(page.getByRole("button", { name: "Demander l'addition" })).toBeVisible();
  await shoot(page, "waiter-table", "phone");
  await page.getByRole("link", { name: "Ajouter des plats" }).click();
  await page.getByRole("button", { name: "Fromages & desserts" }).click();
  await page.getByRole("button", { name: /^Crème brûlée/ }).click();
  await page.getByRole("button", { name: /^Paris-Brest/ }).click();
  await expect(page.getByRole("button", { name: /^2 articles/ })).toBeVisible();
  await shoot(page, "waiter-carte", "phone");
  await page.context().close();
}

async function till(browser: Browser, scene: Scene): Promise<void> {
  const page = await open(browser, "desktop", ines);
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /T8\b/ })).toBeVisible();
  // The bill of T8: split by seat, and the first guest has paid by card.
  const { order_id } = await scene.orderAt("T8");
  await page.getByRole("rowheader", { name: `n° ${order_id}` }).click();
  await page.getByRole("button", { name: /^Note/ }).click();
  await page.getByRole("button", { name: "Fermer" }).click();
  await page.getByRole("button", { name: /Partager/ }).click();
  await page.getByRole("button", { name: "Par place" }).click();
  await page.getByRole("button", { name: "Partager ainsi" }).click();
  await page.getByRole("button", { name: "Carte" }).first().click();
  await page.getByRole("button", { name: /^Carte :/ }).click();
  await page.getByRole("button", { name: "Accepté" }).click();
  await page.getByRole("button", { name: "Paiement suivant" }).click();
  await page.getByRole("button", { name: /^50\s€$/ }).click();
  await shoot(page, "till-bill", "tablet");
  await shoot(page, "till-bill", "desktop");
  await page.getByRole("link", { name: "Retour" }).click();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await shootAll(page, "till");
  await page.context().close();
}

async function wall(browser: Browser): Promise<void> {
  const page = await open(browser, "desktop");
  await page.addInitScript(() => localStorage.setItem("brigade.kitchen", '{"station":"HOT"}'));
  await enter(page, marc);
  await expect(page.getByRole("article", { name: "Table T2" })).toBeVisible();
  await shootAll(page, "kitchen");
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, "kitchen-dark", "desktop");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("link", { name: "Passe" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
  await shoot(page, "kitchen-pass", "tablet");
  await page.context().close();
}

async function desk(browser: Browser): Promise<void> {
  const page = await open(browser, "desktop", sophie);
  await expect(page.getByText("Encaissé")).toBeVisible();
  await shootAll(page, "admin");
  await page.getByRole("link", { name: "Carte", exact: true }).click();
  await expect(page.getByRole("row", { name: /Soupe à l'oignon/ })).toBeVisible();
  await shoot(page, "admin-carte", "desktop");
  await page.context().close();
}

async function open(browser: Browser, device: Device, person?: Person): Promise<Page> {
  const [width, height] = DEVICES[device];
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  if (person) {
    await enter(page, person);
  }
  return page;
}

async function enter(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
}

async function shootAll(page: Page, name: string): Promise<void> {
  for (const device of Object.keys(DEVICES) as Device[]) {
    await shoot(page, name, device);
  }
}

/** The window as it is, without what is below its edge. */
async function shoot(page: Page, name: string, device: Device): Promise<void> {
  const [width, height] = DEVICES[device];
  await page.setViewportSize({ width, height });
  await expect(page.getByText("Chargement…")).toHaveCount(0);
  // Charts and columns are laid out anew, and the pointer rests on nothing.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}-${device}.png`), animations: "disabled", caret: "hide" });
  console.log(`docs/screens/${name}-${device}.png`);
}
