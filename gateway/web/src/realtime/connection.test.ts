import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection } from "./connection";
import type { ServerEvent } from "./events";

class FakeSocket extends EventTarget {
  static readonly all: FakeSocket[] = [];
  readyState = 0;
  readonly sent: { subscribe: string[]; last_event_id: string | null }[] = [];
  constructor(readonly protocols: string[]) {
    super();
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as { subscribe: string[]; last_event_id: string | null });
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
  opened(): this {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
    return this;
  }
  says(message: object): this {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
    return this;
  }
}

const seen: string[] = [];
const reload = vi.fn();
let token = "first";
let connection: Connection;

const event = (n: number) => ({ id: `${n}-0`, event_id: `e${n}`, type: "order.changed", data: {} });
const last = () => FakeSocket.all.at(-1) as FakeSocket;
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", { OPEN: 1 });
  FakeSocket.all.length = 0;
  seen.length = 0;
  reload.mockReset();
  token = "first";
  connection = new Connection({
    url: () => "wss://brigade.test/ws/events",
    token: () => Promise.resolve(token),
    open: (_, protocols) => new FakeSocket(protocols) as unknown as WebSocket,
  });
  connection.listen({ event: (each: ServerEvent) => seen.push(each.event_id), reload });
  connection.open(["floor"]);
  await settled();
  last().opened().says({ type: "subscribed", id: "0-0" });
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the token travels in the sub-protocol, and what is shown is read once the subscription holds", () => {
  expect(last().protocols).toEqual(["bearer-token-carrier", "quarkus-http-upgrade%23Authorization%23Bearer%20first"]);
  expect(last().sent).toEqual([{ subscribe: ["floor"], last_event_id: null }]);
  expect(connection.liveness).toBe("live");
  expect(reload).toHaveBeenCalledTimes(1);
});

test("a socket that ends comes back, asks for what it missed, and shows nothing twice", async () => {
  last().says(event(1)).says(event(2)).close();
  expect(connection.liveness).toBe("away");
  await vi.advanceTimersByTimeAsync(600);
  last().opened();
  expect(last().sent[0]?.last_event_id).toBe("2-0");
  last().says({ type: "subscribed", id: "2-0" }).says(event(2)).says(event(3));
  expect(seen).toEqual(["e1", "e2", "e3"]);
  expect(reload).toHaveBeenCalledTimes(1);
});

test("a position that is gone asks for a reload", () => {
  last().says({ type: "snapshot_required" });
  expect(reload).toHaveBeenCalledTimes(2);
});

test("a new token opens a second socket, and the first is left only when the second holds", async () => {
  const first = last();
  token = "second";
  connection.renew();
  await settled();
  const second = last();
  expect(second.protocols[1]).toContain("second");
  second.opened();
  first.says(event(1));
  expect(first.readyState).toBe(1);
  second.says({ type: "subscribed", id: "0-0" }).says(event(1)).says(event(2));
  expect(first.readyState).toBe(3);
  expect(seen).toEqual(["e1", "e2"]);
  expect(connection.liveness).toBe("live");
});

test("a second socket that fails leaves the first one alone", async () => {
  const first = last();
  connection.renew();
  await settled();
  last().close();
  first.says(event(1));
  expect(seen).toEqual(["e1"]);
  expect(connection.liveness).toBe("live");
});

test("a line that went dead without a word is noticed and replaced", async () => {
  await vi.advanceTimersByTimeAsync(25_000);
  expect(last().sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(FakeSocket.all).toHaveLength(2);
});

test("a quiet line that answers is kept", async () => {
  await vi.advanceTimersByTimeAsync(25_000);
  last().says({ type: "subscribed", id: "0-0" });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(reload).toHaveBeenCalledTimes(1);
});

test("who comes back waits longer each time, and not all at once", async () => {
  for (let i = 0; i < 3; i++) {
    last().close();
    await vi.advanceTimersByTimeAsync(500 * 2 ** i + 1);
  }
  expect(FakeSocket.all).toHaveLength(4);
  connection.hurry();
  await settled();
  last().opened().says({ type: "subscribed", id: "0-0" });
  expect(connection.liveness).toBe("live");
});

test("closed for good it stays away and forgets its position", async () => {
  last().says(event(1));
  connection.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  connection.open(["menu"]);
  await settled();
  last().opened();
  expect(last().sent).toEqual([{ subscribe: ["menu"], last_event_id: null }]);
});
