import { centsOf } from "./amounts";
import type { NewPayment, PaymentMethod } from "./types";

export const METHODS = ["CASH", "CARD", "MEAL_VOUCHER", "CHEQUE"] as const satisfies readonly PaymentMethod[];
export type Method = (typeof METHODS)[number];

/** What is to be paid: a part of a bill, or all that is left of it. */
export interface Target {
  orderId: number;
  amountCents: number;
  itemIds: readonly number[];
  /** Of the whole bill: nothing takes more. */
  leftCents: number;
}

/** What was typed for a payment; empty fields mean the obvious: the whole amount, the exact sum, no tip. */
export interface Draft {
  method: Method;
  amount: string;
  tendered: string;
  tip: string;
  holder: string;
}

export type Field = "amount" | "tendered" | "tip" | "holder";

export interface Complaint {
  field: Field;
  kind: "NO_AMOUNT" | "TOO_MUCH" | "TOO_LITTLE" | "BAD_HOLDER";
  /** At most this, or this is missing. */
  cents: number;
}

export function emptyDraft(method: Method): Draft {
  return { method, amount: "", tendered: "", tip: "", holder: "" };
}

export function amountOf(draft: Draft, target: Target): number | undefined {
  return draft.amount.trim() === "" ? target.amountCents : centsOf(draft.amount);
}

function tipOf(draft: Draft): number | undefined {
  return draft.method === "MEAL_VOUCHER" || draft.tip.trim() === "" ? 0 : centsOf(draft.tip);
}

/** What is handed back; negative when too little was handed over; undefined when nothing was said. */
export function changeOf(draft: Draft, target: Target): number | undefined {
  const tendered = centsOf(draft.tendered);
  const amount = amountOf(draft, target);
  const tip = tipOf(draft);
  return draft.method === "CASH" && tendered !== undefined && amount !== undefined && tip !== undefined
    ? tendered - amount - tip
    : undefined;
}

/** What is wrong with it, before the server is asked. */
export function complaintOf(draft: Draft, target: Target): Complaint | undefined {
  const amount = amountOf(draft, target);
  if (amount === undefined || amount < 1) {
    return { field: "amount", kind: "NO_AMOUNT", cents: target.leftCents };
  }
  if (amount > target.leftCents) {
    return { field: "amount", kind: "TOO_MUCH", cents: target.leftCents };
  }
  if (tipOf(draft) === undefined) {
    return { field: "tip", kind: "NO_AMOUNT", cents: 0 };
  }
  if (draft.method === "CASH" && draft.tendered.trim() !== "") {
    const change = changeOf(draft, target);
    if (change === undefined) {
      return { field: "tendered", kind: "NO_AMOUNT", cents: 0 };
    }
    return change < 0 ? { field: "tendered", kind: "TOO_LITTLE", cents: -change } : undefined;
  }
  if (draft.method === "MEAL_VOUCHER" && !/^[A-Za-z0-9]{0,20}$/.test(draft.holder)) {
    return { field: "holder", kind: "BAD_HOLDER", cents: 0 };
  }
  return undefined;
}

/** The call's body for a draft that has no complaint. Items are named only when they are paid for as a whole. */
export function paymentOf(draft: Draft, target: Target, till: string): NewPayment {
  const amount = amountOf(draft, target) ?? 0;
  const tip = tipOf(draft) ?? 0;
  const tendered = draft.method === "CASH" ? centsOf(draft.tendered) : undefined;
  return {
    order_id: target.orderId,
    method: draft.method,
    amount_cents: amount,
    till,
    ...(tendered !== undefined && { tendered_cents: tendered }),
    ...(tip > 0 && { tip_cents: tip }),
    ...(target.itemIds.length > 0 && amount === target.amountCents && { item_ids: [...target.itemIds] }),
    ...(draft.method === "MEAL_VOUCHER" && draft.holder !== "" && { voucher_holder: draft.holder }),
  };
}
