import { describe, expect, test } from "vitest";
import type { OrderSummary, Table } from "../api/types";
import { byPlace, isTyped, rowsOf, type BillRow } from "./openBills";
import type { BillSums } from "./types";

const order = (fields: Partial<OrderSummary>) =>
  ({
    order_id: 78,
    table_id: 1,
    version: 3,
    status: "OPEN",
    service_mode: "DINE_IN",
    total_cents: 5450,
    waiter_name: "Camille",
    ...fields,
  }) as OrderSummary;
const table = { table_id: 1, name: "T2", area: "Terrasse" } as Table;
const bill = (fields: Partial<BillSums>) => ({
  order_id: 78,
  order_version: 3,
  due_cents: 5450,
  credited_cents: 0,
  paid_cents: 2000,
  reserved_cents: 0,
  left_cents: 3450,
  ...fields,
});
const one = (summary: OrderSummary, known?: BillSums | null) =>
  rowsOf([summary], [table], new Map(known === undefined ? [] : [[78, known]]))[0] as BillRow;

describe("the list of bills", () => {
  test("does not claim to know what was paid of a bill that was never read", () => {
    expect(one(order({}))).toMatchObject({ table: "T2", totalCents: 5450, paidCents: undefined, leftCents: undefined });
  });

  test("leaves all to pay of a bill for which nothing was taken", () => {
    expect(one(order({}), null)).toMatchObject({ totalCents: 5450, paidCents: 0, leftCents: 5450 });
  });

  test("tells what is paid and left of a bill that was", () => {
    expect(one(order({}), bill({}))).toMatchObject({ totalCents: 5450, paidCents: 2000, leftCents: 3450 });
  });

  test("reckons what is left when something was ordered since the bill was read", () => {
    const newer = one(order({ version: 4, total_cents: 6450 }), bill({}));
    expect(newer).toMatchObject({ totalCents: 6450, paidCents: 2000, leftCents: 4450 });
    const credited = one(order({ version: 4, total_cents: 6450 }), bill({ credited_cents: 450 }));
    expect(credited).toMatchObject({ totalCents: 6000, leftCents: 4000 });
  });

  test("leaves nothing to pay on what is settled", () => {
    expect(one(order({ status: "CLOSED" }), bill({ paid_cents: 5450 }))).toMatchObject({
      paidCents: 5450,
      leftCents: 0,
    });
    expect(one(order({ status: "CLOSED" }), null)).toMatchObject({ leftCents: 0 });
  });

  test("goes by table as people count, and what has no table comes last", () => {
    const named = (name: string, orderId: number) => ({ table: name, orderId }) as BillRow;
    const sorted = [named("", 1), named("T10", 2), named("T2", 3)].sort(byPlace);
    expect(sorted.map(({ table: name }) => name)).toEqual(["T2", "T10", ""]);
  });

  test("is found by table, area, waiter, number or mode, whatever the accents", () => {
    const row = one(order({}));
    const found = (typed: string) => isTyped(row, typed, "À emporter");
    expect(["", "t2", "terr", "camille", "78", "T2 cam"].map(found)).toEqual([true, true, true, true, true, true]);
    expect(found("emporter")).toBe(false);
    expect(isTyped({ ...row, table: "" }, "a emporter", "À emporter")).toBe(true);
  });
});
