import { describe, expect, it, vi } from "vitest";
import type { Order } from "../api/types";
import { ageOf, clock, clockAhead } from "./age";
import { Bounce } from "./bounce";
import { apart, nextOfItem, nextOfTicket, withMove, withOrder } from "./moves";
import { Reading } from "../app/reading";
import type { Board, Line, Ticket } from "./types";

const SENT_AT = "2026-11-23T19:00:00Z";
const sentAt = Date.parse(SENT_AT);

function line(itemId: number, state: Line["state"], targetSeconds: number | null = 600): Line {
  return {
    item_id: itemId,
    name: "Quenelle",
    quantity: 1,
    options: [],
    allergies: [],
    allergen_warning: [],
    state,
    sent_at: SENT_AT,
    target_seconds: targetSeconds,
    due_at: targetSeconds === null ? null : new Date(sentAt + targetSeconds * 1000).toISOString(),
    late: false,
  };
}

function ticket(orderId: number, ...items: Line[]): Ticket {
  return {
    order_id: orderId,
    table_name: "T4",
    service_mode: "DINE_IN",
    course: 2,
    sent_at: SENT_AT,
    opened_at: "2026-11-23T18:50:00Z",
    age_seconds: 600,
    waiter_name: "Camille",
    items,
  };
}

const board = (...tickets: Ticket[]): Board => ({ station: "HOT", tickets });

describe("a touch", () => {
  it("takes an item from sent to preparing to ready, and no further", () => {
    expect(nextOfItem(line(1, "SENT"))).toBe("PREPARING");
    expect(nextOfItem(line(1, "PREPARING"))).toBe("READY");
    expect(nextOfItem(line(1, "READY"))).toBeUndefined();
  });

  it("begins what is not begun of a ticket before any of it is ready", () => {
    expect(nextOfTicket(ticket(1, line(1, "READY"), line(2, "SENT")))).toBe("PREPARING");
    expect(nextOfTicket(ticket(1, line(1, "READY"), line(2, "PREPARING")))).toBe("READY");
    expect(nextOfTicket(ticket(1, line(1, "READY"), line(2, "READY")))).toBe("SERVED");
  });

  it("moves one item and leaves the others", () => {
    const before = board(ticket(1, line(1, "SENT"), line(2, "SENT")));
    const after = withMove(before, { kind: "item", key: "k", itemId: 2, state: "PREPARING" });
    expect(after.tickets[0]?.items.map(({ state }) => state)).toEqual(["SENT", "PREPARING"]);
    expect(before.tickets[0]?.items[1]?.state).toBe("SENT");
  });

  it("never takes what is further on back, and clears what is served off the board", () => {
    const move = { kind: "ticket", key: "k", orderId: 1, course: 2, station: "HOT" } as const;
    const before = board(ticket(1, line(1, "READY"), line(2, "SENT")), ticket(2, line(3, "SENT")));
    const begun = withMove(before, { ...move, state: "PREPARING" });
    expect(begun.tickets[0]?.items.map(({ state }) => state)).toEqual(["READY", "PREPARING"]);
    expect(begun.tickets[1]).toEqual(before.tickets[1]);
    const served = withMove(before, { ...move, state: "SERVED" });
    expect(served.tickets.map(({ order_id }) => order_id)).toEqual([2]);
  });

  it("of a colleague shows as soon as its event is heard", () => {
    const before = board(ticket(1, line(1, "SENT"), line(2, "SENT"), line(3, "SENT")), ticket(2, line(4, "SENT")));
    const items = [
      { item_id: 1, state: "PREPARING" },
      { item_id: 2, state: "VOIDED" },
    ] as Order["items"];
    const after = withOrder(before, { order_id: 1, items });
    expect(after.tickets[0]?.items.map(({ item_id, state }) => [item_id, state])).toEqual([
      [1, "PREPARING"],
      [3, "SENT"],
    ]);
    expect(after.tickets[1]).toEqual(before.tickets[1]);
  });

  it("for another station's ticket of the same course changes nothing here", () => {
    const before = board(ticket(1, line(1, "SENT")));
    const other = { kind: "ticket", key: "k", orderId: 1, course: 2, station: "BAR", state: "PREPARING" } as const;
    expect(withMove(before, other)).toEqual(before);
  });

  it("of a ready ticket is at the pass, not among what is to be made", () => {
    const { toMake, ready } = apart(board(ticket(1, line(1, "READY")), ticket(2, line(2, "READY"), line(3, "SENT"))));
    expect(toMake.map(({ order_id }) => order_id)).toEqual([2]);
    expect(ready.map(({ order_id }) => order_id)).toEqual([1]);
  });

  it("that is the echo of the last one is not meant, and the next ticket is not bumped by it", () => {
    const bounce = new Bounce();
    expect(bounce.isMeant("1-2", true, 1000)).toBe(true);
    expect(bounce.isMeant("1-2", true, 1400)).toBe(false);
    expect(bounce.isMeant("2-2", true, 1300)).toBe(false);
    expect(bounce.isMeant("2-2", true, 1351)).toBe(true);
    expect(bounce.isMeant("item 1", false, 2000)).toBe(true);
    expect(bounce.isMeant("item 2", false, 2010)).toBe(true);
  });
});

describe("the age of a ticket", () => {
  it("is calm, soon due from 70 % of the target on, and late after it", () => {
    const at = (seconds: number) => ageOf(ticket(1, line(1, "SENT")), sentAt + seconds * 1000);
    expect(at(419)).toEqual({ urgency: "calm", waitingSeconds: 419, overSeconds: 0 });
    expect(at(420).urgency).toBe("soon");
    expect(at(600).urgency).toBe("soon");
    expect(at(725)).toEqual({ urgency: "late", waitingSeconds: 725, overSeconds: 125 });
  });

  it("is never late without a target, or once all of it is ready", () => {
    expect(ageOf(ticket(1, line(1, "SENT", null)), sentAt + 9_999_000).urgency).toBe("calm");
    expect(ageOf(ticket(1, line(1, "READY")), sentAt + 9_999_000).urgency).toBe("calm");
  });

  it("is told by the server's clock, whatever this device's says", () => {
    const serverNow = Date.parse("2026-11-23T19:00:00Z");
    expect(clockAhead(board(ticket(1, line(1, "SENT"))), serverNow - 90_000)).toBe(90_000);
    expect(clockAhead(board(), serverNow)).toBe(0);
  });

  it("is written as cooks read it", () => {
    expect([clock(5), clock(425), clock(3900)]).toEqual(["0:05", "7:05", "1 h 05"]);
  });
});

describe("reading again", () => {
  it("begins one more read after what was told during a read, and no more than one", async () => {
    vi.useFakeTimers();
    try {
      let finish: () => void = () => undefined;
      const read = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
      const reading = new Reading(read, 100);
      reading.now();
      reading.now();
      reading.now();
      expect(read).toHaveBeenCalledTimes(1);
      finish();
      await vi.advanceTimersByTimeAsync(100);
      expect(read).toHaveBeenCalledTimes(2);
      finish();
      await vi.advanceTimersByTimeAsync(1000);
      expect(read).toHaveBeenCalledTimes(2);
      reading.now();
      expect(read).toHaveBeenCalledTimes(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it("goes on after a read that failed", async () => {
    vi.useFakeTimers();
    try {
      const read = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue(undefined);
      const reading = new Reading(read, 100);
      reading.now();
      reading.now();
      await vi.advanceTimersByTimeAsync(1000);
      expect(read).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
