import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NoAnswer } from "../problems/problem";
import { Outbox, type NewWrite } from "./outbox";
import { closeStore } from "./store";
import type { Write } from "./write";

const CAMILLE = 101;
const HUGO = 102;

const sent: { method: string; path: string; key: string | null; body: unknown; staffId: number }[] = [];
let answers: (() => Response | Promise<Response>)[] = [];
let sender: number | undefined;
let done: Write[];
let turn = Promise.resolve();

const yes = (body: object = {}) => Response.json(body, { status: 201 });
const no = (status: number, code: string, more: object = {}, headers = {}) =>
  Response.json({ status, code, detail: "", ...more }, { status, headers });
const offline = () => Promise.reject(new NoAnswer("offline"));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", {
    locks: {
      request: (_: string, work: () => Promise<void>) => {
        const mine = turn.then(work);
        turn = mine.catch(() => undefined);
        return mine;
      },
    },
  });
  sent.length = 0;
  answers = [];
  done = [];
  sender = CAMILLE;
});

afterEach(async () => {
  await closeStore();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function device(): Outbox {
  return new Outbox({
    origin: "https://brigade.test",
    sender: () => sender,
    send: async (request, staffId) => {
      const body: unknown = request.headers.has("Content-Type") ? await request.json() : undefined;
      const { pathname } = new URL(request.url);
      sent.push({ method: request.method, path: pathname, key: request.headers.get("Idempotency-Key"), body, staffId });
      return (answers.shift() ?? yes)();
    },
    done: (write) => done.push(write),
  });
}

function placing(ref: string): NewWrite {
  return {
    method: "POST",
    path: "/api/orders",
    body: { client_ref: ref, items: [{ dish_id: 1, quantity: 2 }] },
    said: { what: "place", table: "4", items: 2 },
    subject: ref,
    tableId: 4,
  };
}

function firing(ref: string): NewWrite {
  return {
    method: "POST",
    path: `/api/orders/${ref}/courses/2/fire`,
    said: { what: "fire", table: "4", course: 2 },
    subject: ref,
    tableId: 4,
  };
}

const paths = () => sent.map(({ path }) => path);
const idle = (outbox: Outbox, left: number) =>
  vi.waitFor(async () => {
    await turn;
    expect(outbox.writes).toHaveLength(left);
  });

test("writes are sent in the order in which they were taken, each with a key of its own", async () => {
  const outbox = device();
  await Promise.all([outbox.take(CAMILLE, placing("a")), outbox.take(CAMILLE, firing("a"))]);
  await idle(outbox, 0);
  expect(paths()).toEqual(["/api/orders", "/api/orders/a/courses/2/fire"]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  expect(done.map(({ said }) => said.what)).toEqual(["place", "fire"]);
});

test("without a network everything is kept, and sent once, in order, under the same keys, when it is back", async () => {
  const outbox = device();
  answers = [offline, offline];
  await outbox.take(CAMILLE, placing("a"));
  await outbox.take(CAMILLE, firing("a"));
  await idle(outbox, 2);
  const first = sent[0]?.key;
  answers = [];
  await vi.advanceTimersByTimeAsync(10_000);
  await idle(outbox, 0);
  expect(paths().at(-1)).toBe("/api/orders/a/courses/2/fire");
  expect(sent.filter(({ path }) => path === "/api/orders").every(({ key }) => key === first)).toBe(true);
});

test("a server that fails or asks for patience is asked again, not before it said", async () => {
  const outbox = device();
  answers = [() => no(503, "DEPENDENCY_UNAVAILABLE"), () => no(429, "TOO_MANY_REQUESTS", {}, { "Retry-After": "20" })];
  await outbox.take(CAMILLE, placing("a"));
  await vi.waitFor(() => expect(outbox.writes[0]?.attempts).toBe(1));
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(outbox.writes[0]?.attempts).toBe(2));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(11_000);
  await idle(outbox, 0);
});

test("closing the browser loses nothing", async () => {
  sender = undefined;
  await device().take(CAMILLE, placing("a"));
  await closeStore();
  sender = CAMILLE;
  const reopened = device();
  await reopened.start();
  await idle(reopened, 0);
  expect(paths()).toEqual(["/api/orders"]);
});

test("a refusal holds back the rest of its order and lets other orders go on", async () => {
  const outbox = device();
  sender = undefined;
  await outbox.take(CAMILLE, placing("a"));
  await outbox.take(CAMILLE, firing("a"));
  await outbox.take(CAMILLE, placing("b"));
  sender = CAMILLE;
  answers = [() => no(409, "DISH_SOLD_OUT", { detail: "Entrecôte" })];
  outbox.flush();
  await idle(outbox, 2);
  expect(outbox.writes[0]?.refusal).toMatchObject({ code: "DISH_SOLD_OUT", detail: "Entrecôte" });
  expect(done.map(({ subject }) => subject)).toEqual(["b"]);

  outbox.flush();
  await turn;
  expect(sent).toHaveLength(2);
});

test("a refused placing can be dropped with all that depends on it", async () => {
  const outbox = device();
  sender = undefined;
  await outbox.take(CAMILLE, placing("a"));
  await outbox.take(CAMILLE, firing("a"));
  const first = outbox.writes[0] as Write;
  expect((await outbox.drop(first)).map(({ said }) => said.what)).toEqual(["place", "fire"]);
  expect(outbox.writes).toEqual([]);
});

test("a refused write can be changed, and is then another request with another key", async () => {
  const outbox = device();
  answers = [() => no(409, "TABLE_OCCUPIED")];
  await outbox.take(CAMILLE, placing("a"));
  await idle(outbox, 1);
  await vi.waitFor(() => expect(outbox.writes[0]?.refusal).toBeDefined());
  const refused = outbox.writes[0] as Write;
  await outbox.retry(refused, { body: { ...refused.body, additional: true } });
  await idle(outbox, 0);
  expect(sent[1]?.body).toMatchObject({ client_ref: "a", additional: true });
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test("an order for a table that is taken can go onto the order that is there, with what follows it", async () => {
  const outbox = device();
  sender = undefined;
  await outbox.take(CAMILLE, placing("a"));
  await outbox.take(CAMILLE, firing("a"));
  sender = CAMILLE;
  answers = [() => no(409, "TABLE_OCCUPIED")];
  outbox.flush();
  await vi.waitFor(() => expect(outbox.writes[0]?.refusal).toBeDefined());
  await outbox.addTo(outbox.writes[0] as Write, 78);
  await idle(outbox, 0);
  expect(paths().slice(1)).toEqual(["/api/orders/78/items", "/api/orders/78/courses/2/fire"]);
  expect(sent[1]?.body).toEqual({ items: [{ dish_id: 1, quantity: 2 }] });
});

test("somebody else's writes are not sent, and stay", async () => {
  const outbox = device();
  sender = undefined;
  await outbox.take(CAMILLE, placing("a"));
  await outbox.take(HUGO, placing("b"));
  sender = HUGO;
  outbox.flush();
  await idle(outbox, 1);
  expect(sent.map(({ staffId }) => staffId)).toEqual([HUGO]);
  expect(outbox.writes[0]?.staffId).toBe(CAMILLE);
});

test("of two tabs one sends at a time, and nothing is sent twice", async () => {
  sender = undefined;
  const one = device();
  const other = device();
  for (const ref of ["a", "b", "c"]) {
    await one.take(CAMILLE, placing(ref));
  }
  sender = CAMILLE;
  one.flush();
  other.flush();
  await idle(one, 0);
  await idle(other, 0);
  expect(sent.map(({ body }) => (body as { client_ref: string }).client_ref)).toEqual(["a", "b", "c"]);
});

test("a session that is over keeps what waits", async () => {
  const outbox = device();
  answers = [() => no(401, "UNAUTHENTICATED")];
  await outbox.take(CAMILLE, placing("a"));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(outbox.writes[0]?.refusal).toBeUndefined();
});
