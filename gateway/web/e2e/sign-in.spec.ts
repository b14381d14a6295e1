import { expect, test } from "@playwright/test";
import { camille, Colleague, hugo, marc, signIn, signInByPad, sophie } from "./people";

test("somebody signs in with code and PIN and gets the face of their role", async ({ page }) => {
  await signInByPad(page, marc);
  await expect(page).toHaveURL(/\/kitchen$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuisine");
});

test("the keyboard does as well as the pad", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByLabel("Votre code")).toBeFocused();
  await page.keyboard.type(sophie.code);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Votre PIN")).toBeFocused();
  await page.keyboard.type(sophie.pin);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin$/);
});

test("a face that the role does not open leads back to the own one", async ({ page }) => {
  await signIn(page, marc);
  await expect(page).toHaveURL(/\/kitchen$/);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/kitchen$/);
});

test("a wrong PIN is told, and the third locks the code for a while that is counted down", async ({
  page,
  request,
}) => {
  // Attempts of others count, too, until he has signed in.
  await expect(async () => {
    await Colleague.of(request, hugo);
  }).toPass({ timeout: 45_000 });
  await signInByPad(page, hugo, "0000");
  await expect(page.getByRole("alert")).toHaveText(/incorrect/);
  for (let attempt = 2; attempt <= 4; attempt++) {
    await page.getByLabel("Votre PIN").fill("0000");
    await page.keyboard.press("Enter");
    if (attempt < 4) {
      await expect(page.getByRole("alert")).toHaveText(/incorrect/);
    }
  }
  await expect(page.getByRole("alert")).toHaveText(/bloqué encore [1-5] s/);
  await page.getByLabel("Votre PIN").fill(hugo.pin);
  await expect(page.getByRole("button", { name: "Entrer" })).toBeDisabled();
  await expect(page.getByRole("alert")).toBeEmpty();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/waiter$/);
});

test("whoever is signed in stays so over a reload, and no token is where scripts could read it", async ({ page }) => {
  await signIn(page, camille);
  await expect(page).toHaveURL(/\/waiter$/);
  await page.reload();
  await expect(page).toHaveURL(/\/waiter$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const readable = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]) + document.cookie);
  expect(readable).not.toContain("eyJ");
  expect(readable).not.toContain("brigade-session");
  const cookie = (await page.context().cookies("https://localhost/api/auth/session")).find(({ name }) =>
    name.endsWith("brigade-session"),
  );
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/api/auth/session" });
});

test("signing out everywhere ends the session in another browser, too", async ({ page, browser, request }) => {
  await signIn(page, camille);
  await expect(page).toHaveURL(/\/waiter$/);
  const other = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await signIn(other, camille);
  await expect(other).toHaveURL(/\/waiter$/);

  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Se déconnecter partout" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in$/);
  await expect(other.getByText("Votre session est terminée")).toBeVisible();
  await Colleague.of(request, camille); // code and PIN still work
});

test("two tabs share one session, and one signs out for both", async ({ page, context }) => {
  await signIn(page, camille);
  await expect(page).toHaveURL(/\/waiter$/);
  const second = await context.newPage();
  await second.goto("/");
  await expect(second).toHaveURL(/\/waiter$/);
  await second.getByRole("button", { name: "Réglages" }).click();
  await second.getByRole("button", { name: "Se déconnecter", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
