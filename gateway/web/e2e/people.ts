import { expect, type APIRequestContext, type Page } from "@playwright/test";

export interface Person {
  code: string;
  pin: string;
  name: string;
}

/** The demo restaurant's people: docs, README. */
export const camille: Person = { code: "1001", pin: "4821", name: "Camille" };
export const hugo: Person = { code: "1002", pin: "7395", name: "Hugo" };
export const ines: Person = { code: "2001", pin: "6248", name: "Inès" };
export const marc: Person = { code: "3001", pin: "5173", name: "Marc" };
export const sophie: Person = { code: "4001", pin: "8462", name: "Sophie" };
export const antoine: Person = { code: "9001", pin: "9357", name: "Antoine" };

/** Signs in by keys, which takes less time than the pad: sign-in.spec.ts has that. */
export async function signIn(page: Page, person: Person, pin = person.pin): Promise<void> {
  await somebodyElse(page);
  await page.getByLabel("Votre code").fill(person.code);
  await page.keyboard.press("Enter");
  await page.getByLabel("Votre PIN").fill(pin);
  await page.keyboard.press("Enter");
}

/** Types code and PIN on the pad, as a thumb would. */
export async function signInByPad(page: Page, person: Person, pin = person.pin): Promise<void> {
  await somebodyElse(page);
  await press(page, person.code);
  await page.getByRole("button", { name: "Suite" }).click();
  await press(page, pin);
  await page.getByRole("button", { name: "Entrer" }).click();
}

/** Whoever was here last on this device is not the one who signs in. */
async function somebodyElse(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await expect(page.getByLabel("Votre code").or(page.getByLabel("Votre PIN"))).toBeVisible();
  const other = page.getByRole("button", { name: "Ce n'est pas moi" });
  if (await other.isVisible()) {
    await other.click();
  }
}

async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits) {
    await page.getByRole("button", { name: digit, exact: true }).click();
  }
}

/** A device of somebody else: calls the API as they would. */
export class Colleague {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async of(request: APIRequestContext, person: Person): Promise<Colleague> {
    const data = { staff_code: person.code, pin: person.pin };
    const answer = await request.post("/api/auth/token", { data });
    expect(answer.status()).toBe(200);
    return new Colleague(request, ((await answer.json()) as { access_token: string }).access_token);
  }

  async get<T>(path: string): Promise<T> {
    return this.call<T>("GET", path);
  }

  async call<T>(method: string, path: string, data?: unknown): Promise<T> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.token}` };
    if (method !== "GET") {
      headers["Idempotency-Key"] = crypto.randomUUID();
    }
    const answer = await this.request.fetch(path, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  }
}
