import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NoAnswer } from "../problems/problem";
import { facesOf } from "./person";
import { Session } from "./session";

const claims = { sub: "101", name: "Zoé", groups: ["WAITER"], restaurant_id: 1, currency: "EUR" };

/** An unsigned token: the page reads it, only services verify it. */
function token(changes: object = {}): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...claims, time_zone: "Europe/Paris", ...changes }));
  const payload = btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_");
  return `e30.${payload}.${Math.random()}`;
}

const stored = new Map<string, string>();
const network = vi.fn<(input: string | Request) => Promise<Response>>();
const channels = new Set<FakeChannel>();

class FakeChannel extends EventTarget {
  constructor() {
    super();
    channels.add(this);
  }
  postMessage(data: unknown): void {
    channels.forEach((other) => other !== this && other.dispatchEvent(new MessageEvent("message", { data })));
  }
}

/** Locks as browsers have them: whoever comes later waits. */
let turn = Promise.resolve();
const locks = {
  request: (_: string, work: () => Promise<void>) => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  },
};

const granted = (accessToken: string) =>
  Response.json({ access_token: accessToken, expires_in: 900, token_type: "Bearer" });
const refused = (status: number, code: string) => Response.json({ status, code }, { status });
const path = (input: string | Request) => (typeof input === "string" ? input : new URL(input.url).pathname);

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  channels.clear();
  network.mockReset();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("navigator", { locks });
  vi.stubGlobal("location", { origin: "https://brigade.test" });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("fetch", network);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function signedIn(): Promise<Session> {
  const session = new Session();
  network.mockResolvedValueOnce(granted(token()));
  await session.signIn("1001", "4821");
  return session;
}

const read = () => new Request("https://brigade.test/api/tables");

test("no token is ever stored where scripts could read it later", async () => {
  const session = await signedIn();
  expect(session.state.person?.name).toBe("Zoé");
  expect([...stored.values()].join()).not.toContain(await session.token());
  expect([...stored.keys()]).toEqual(["brigade.person"]);
});

test("the token is renewed before it ends, without being asked", async () => {
  const session = await signedIn();
  const next = token();
  network.mockResolvedValueOnce(granted(next));
  await vi.advanceTimersByTimeAsync(13 * 60_000);
  expect(await session.token()).toBe(next);
  expect(network.mock.calls.map(([input]) => path(input)).at(-1)).toBe("/api/auth/session/renew");
});

test("a request that is refused for its token is sent again with a new one", async () => {
  const session = await signedIn();
  network
    .mockResolvedValueOnce(refused(401, "UNAUTHENTICATED"))
    .mockResolvedValueOnce(granted(token()))
    .mockResolvedValueOnce(Response.json({ data: [] }));
  expect((await session.fetch(read())).status).toBe(200);
});

test("requests at once renew once", async () => {
  const session = await signedIn();
  vi.advanceTimersByTime(0);
  network.mockImplementation((input) =>
    Promise.resolve(path(input).endsWith("renew") ? granted(token()) : Response.json({})),
  );
  vi.setSystemTime(Date.now());
  await vi.advanceTimersByTimeAsync(0);
  network.mockResolvedValueOnce(refused(401, "UNAUTHENTICATED")).mockResolvedValueOnce(refused(401, "UNAUTHENTICATED"));
  await Promise.all([session.fetch(read()), session.fetch(read())]);
  expect(network.mock.calls.filter(([input]) => path(input).endsWith("renew"))).toHaveLength(1);
});

test("of two tabs one renews, and the other takes its token", async () => {
  const one = await signedIn();
  const other = new Session();
  network.mockImplementation(() => Promise.resolve(granted(token())));
  await Promise.all([one.start(), other.start()]);
  expect(await one.token()).toBe(await other.token());
});

test("without a network the session stays, unconfirmed, and is confirmed when the network is back", async () => {
  await signedIn();
  network.mockRejectedValue(new TypeError("offline"));
  const reopened = new Session();
  expect(reopened.state.status).toBe("starting");
  await reopened.start();
  expect(reopened.state.status).toBe("unconfirmed");
  await expect(reopened.fetch(read())).rejects.toBeInstanceOf(NoAnswer);

  network.mockImplementation(() => Promise.resolve(granted(token())));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reopened.state.status).toBe("confirmed");
});

test("a server that fails does not sign anybody out", async () => {
  await signedIn();
  network.mockResolvedValue(refused(503, "DEPENDENCY_UNAVAILABLE"));
  const reopened = new Session();
  await reopened.start();
  expect(reopened.state.status).toBe("unconfirmed");
});

test("a session that was ended elsewhere signs out, in every tab", async () => {
  const session = await signedIn();
  const other = new Session();
  network.mockResolvedValue(refused(401, "REFRESH_TOKEN_REFUSED"));
  await other.start();
  expect(other.state).toEqual({ status: "out", reason: "ended" });
  expect(session.state).toEqual({ status: "out", reason: "ended" });
  expect(stored.size).toBe(0);
});

test("signing out of one tab signs all of them out", async () => {
  const session = await signedIn();
  const other = new Session();
  network.mockResolvedValue(new Response(null, { status: 204 }));
  await session.signOut(false);
  expect([session.state, other.state]).toEqual([{ status: "out" }, { status: "out" }]);
});

test("a request for one person is not sent as another", async () => {
  const session = await signedIn();
  await expect(session.fetch(read(), 102)).rejects.toBeInstanceOf(NoAnswer);
});

test("somebody begins where their first role works", () => {
  const person = { ...claims, staffId: 1, restaurantId: 1, timeZone: "", dayCutoffHour: 5, discountLimitBp: 0 };
  expect(facesOf({ ...person, roles: ["CASHIER"] })).toEqual(["till", "waiter"]);
  expect(facesOf({ ...person, roles: ["WAITER", "KITCHEN"] })).toEqual(["waiter", "kitchen"]);
});
