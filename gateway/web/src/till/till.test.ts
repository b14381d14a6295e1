import { beforeAll, describe, expect, test } from "vitest";
import { setLanguage } from "../i18n/language";
import { Problem } from "../problems/problem";
import { centsOf, mostIn, typedOf, withKey } from "./amounts";
import { countedCents, countsOf, unreadable } from "./counting";
import { changeOf, complaintOf, emptyDraft, paymentOf, type Draft, type Target } from "./paying";
import { fits, paidItems, planOf, planOfAmounts, planOfItems, unpaidParts, withPayment } from "./plan";
import type { Payment } from "./types";

describe("amounts", () => {
  beforeAll(() => {
    globalThis.document ??= { documentElement: {} } as Document;
    setLanguage("fr");
  });

  test.each([
    ["12,50", 1250],
    ["12.5", 1250],
    ["12", 1200],
    [",5", 50],
    ["1 234,00 €", 123400],
    ["100000", 10_000_000],
  ])("%s is %i cents", (typed, cents) => expect(centsOf(typed)).toBe(cents));

  test.each(["", ",", "€", "12,505", "1,2,3", "-5", "douze", "100000,01", "1e3"])("%s is no amount", (typed) => {
    expect(centsOf(typed)).toBeUndefined();
  });

  test("what is typed for an amount is read as that amount", () => {
    for (const cents of [1, 10, 99, 100, 1005, 123_456, 10_000_000]) {
      expect(centsOf(typedOf(cents))).toBe(cents);
    }
  });

  test("keys that would make no amount change nothing", () => {
    const typed = ["1", "2", ",", ",", "5", "0", "9", "⌫", "5"].reduce(withKey, "");
    expect(typed).toBe("12,55");
    expect([",", "5"].reduce(withKey, "")).toBe(",5");
    expect(withKey("", "⌫")).toBe("");
  });

  test("a refusal tells the most that would be taken", () => {
    const refusal = (detail: string) => new Problem({ status: 422, code: "VOUCHER_LIMIT", detail });
    expect(mostIn(refusal("Take at most 2500 cents of one guest today."))).toBe(2500);
    expect(mostIn(refusal("No."))).toBeUndefined();
  });
});

describe("a payment", () => {
  const target: Target = { orderId: 78, amountCents: 3450, itemIds: [311], leftCents: 5450 };
  const cash = (typed: Partial<Draft>): Draft => ({ ...emptyDraft("CASH"), ...typed });

  test("empty fields mean the whole part, the exact sum and no tip", () => {
    expect(complaintOf(cash({}), target)).toBeUndefined();
    expect(paymentOf(cash({}), target, "Caisse 1")).toEqual({
      order_id: 78,
      method: "CASH",
      amount_cents: 3450,
      till: "Caisse 1",
      item_ids: [311],
    });
  });

  test("change is what was handed over less amount and tip", () => {
    expect(changeOf(cash({ tendered: "50", tip: "1,50" }), target)).toBe(1400);
    expect(changeOf(cash({}), target)).toBeUndefined();
    expect(changeOf({ ...emptyDraft("CARD"), tendered: "50" }, target)).toBeUndefined();
  });

  test("wrong amounts are told before the server is asked", () => {
    expect(complaintOf(cash({ amount: "54,51" }), target)).toEqual({ field: "amount", kind: "TOO_MUCH", cents: 5450 });
    expect(complaintOf(cash({ amount: "0" }), target)?.kind).toBe("NO_AMOUNT");
    expect(complaintOf(cash({ amount: "dix" }), target)?.kind).toBe("NO_AMOUNT");
    expect(complaintOf(cash({ tendered: "30" }), target)).toEqual({
      field: "tendered",
      kind: "TOO_LITTLE",
      cents: 450,
    });
    expect(complaintOf(cash({ tendered: "x" }), target)?.field).toBe("tendered");
    expect(complaintOf(cash({ tip: "x" }), target)?.field).toBe("tip");
    expect(complaintOf({ ...emptyDraft("MEAL_VOUCHER"), holder: "44 17" }, target)?.kind).toBe("BAD_HOLDER");
  });

  test("items are not named when only a part of what they cost is paid", () => {
    expect(paymentOf(cash({ amount: "10" }), target, "Caisse 1")).not.toHaveProperty("item_ids");
  });

  test("only what goes with the method is sent", () => {
    const typed = { amount: "", tendered: "50", tip: "2", holder: "4417" };
    expect(paymentOf({ method: "CARD", ...typed }, target, "B")).toMatchObject({ tip_cents: 200 });
    expect(paymentOf({ method: "CARD", ...typed }, target, "B")).not.toHaveProperty("tendered_cents");
    const voucher = paymentOf({ method: "MEAL_VOUCHER", ...typed }, target, "B");
    expect(voucher).toMatchObject({ voucher_holder: "4417", amount_cents: 3450 });
    expect(voucher).not.toHaveProperty("tip_cents");
  });
});

describe("a split bill", () => {
  const shares = (...amounts: number[]) => ({
    order_id: 78,
    currency: "EUR",
    total_cents: amounts.reduce((sum, each) => sum + each, 0),
    shares: amounts.map((amount_cents) => ({ seat: null, amount_cents, item_ids: [] })),
  });

  test("keeps what the server said until every part is paid", () => {
    let plan = planOf("EQUAL", shares(1817, 1817, 1816));
    expect(fits(plan, { left_cents: 5450 })).toBe(true);
    plan = withPayment(plan, 0, 41, 1817);
    expect(unpaidParts(plan)).toHaveLength(2);
    expect(fits(plan, { left_cents: 3633 })).toBe(true);
    expect(fits(plan, { left_cents: 5450 })).toBe(false);
  });

  test("a part that was paid in part stays open for the rest", () => {
    const plan = withPayment(planOf("EQUAL", shares(2000, 2000)), 0, 41, 1500);
    expect(unpaidParts(plan).map(({ amountCents }) => amountCents)).toEqual([500, 2000]);
    expect(fits(plan, { left_cents: 2500 })).toBe(true);
  });

  test("what nobody took is a part of its own, and parts never come to more than what is left", () => {
    expect(planOfAmounts([2000, 1000], 5450).parts.at(-1)).toMatchObject({ name: "REST", amountCents: 2450 });
    const guests = [
      { no: 1, amountCents: 1001, itemIds: [1] },
      { no: 2, amountCents: 1001, itemIds: [2] },
    ];
    expect(planOfItems(guests, 2001).parts.map(({ amountCents }) => amountCents)).toEqual([1001, 1000]);
    expect(planOfItems(guests, 2002).parts.map(({ itemIds }) => itemIds)).toEqual([[1], [2]]);
  });

  test("an item is free again when its payment was declined or given back", () => {
    const payment = (state: string, refunded_cents: number, item: number) =>
      ({ state, amount_cents: 100, refunded_cents, item_ids: [item] }) as unknown as Payment;
    const payments = [
      payment("CAPTURED", 0, 1),
      payment("DECLINED", 0, 2),
      payment("CAPTURED", 100, 3),
      payment("UNKNOWN", 0, 4),
    ];
    expect([...paidItems({ payments })]).toEqual([1, 4]);
  });
});

describe("a drawer's count", () => {
  test("adds up while it is typed", () => {
    expect(countedCents({ "5000": "3", "200": "10", "1": "" })).toBe(17_000);
    expect(countedCents({ "5000": "3", "200": "x" })).toBe(15_000);
  });

  test("names what can't be read, and sends what there is", () => {
    expect(unreadable({ "5000": "3", "200": "1,5" })).toBe("200");
    expect(unreadable({ "5000": "3", "200": "" })).toBeUndefined();
    expect(countsOf({ "5000": "3", "200": "", "100": "0" })).toEqual({ "5000": 3 });
  });
});
