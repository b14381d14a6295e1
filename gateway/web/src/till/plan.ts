import type { Bill } from "../api/types";
import type { BillLine, Shares } from "./types";

export type Mode = "ITEMS" | "SEATS" | "AMOUNTS" | "EQUAL";

/** What one guest pays. `name` tells how it is called: a seat, a guest, or one of equal parts; `REST` is what nobody took. */
export interface Part {
  name: "SEAT" | "GUEST" | "PART" | "REST";
  no: number;
  amountCents: number;
  itemIds: readonly number[];
  /** Once it is paid. */
  paymentId?: number;
}

/**
 * How a bill is split at this till. The server splits what is left at the moment that it is asked, so what it said is kept
 * until every part is paid.
 */
export interface Plan {
  mode: Mode;
  parts: readonly Part[];
}

/** Seats and equal parts as the server split them. */
export function planOf(mode: "SEATS" | "EQUAL", { shares }: Shares): Plan {
  const parts = shares.map((share, index): Part => ({
    name: share.seat == null ? "PART" : "SEAT",
    no: share.seat ?? index + 1,
    amountCents: share.amount_cents,
    itemIds: share.item_ids,
  }));
  return { mode, parts: payable(parts) };
}

/** Amounts that guests want to pay, and the rest. */
export function planOfAmounts(amounts: readonly number[], leftCents: number): Plan {
  const guests = amounts.map((amountCents, index): Part => ({
    name: "GUEST",
    no: index + 1,
    amountCents,
    itemIds: [],
  }));
  return { mode: "AMOUNTS", parts: withRest(guests, leftCents) };
}

/** What guests take of the items, each as the server priced it, and the rest. */
export function planOfItems(guests: readonly Omit<Part, "name">[], leftCents: number): Plan {
  return {
    mode: "ITEMS",
    parts: withRest(
      guests.map((guest): Part => ({ ...guest, name: "GUEST" })),
      leftCents,
    ),
  };
}

/** The rest is nobody's, or else a few cents of rounding, which the last guest pays. */
function withRest(guests: readonly Part[], leftCents: number): readonly Part[] {
  const rest = leftCents - guests.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const last = guests.at(-1);
  if (last && rest < 0) {
    return payable([...guests.slice(0, -1), { ...last, amountCents: last.amountCents + rest, itemIds: [] }]);
  }
  return payable(rest > 0 ? [...guests, { name: "REST", no: 0, amountCents: rest, itemIds: [] }] : guests);
}

function payable(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ amountCents }) => amountCents > 0);
}

export function unpaidParts(plan: Plan): readonly Part[] {
  return plan.parts.filter(({ paymentId }) => paymentId === undefined);
}

/** Whether the open parts still come to what is left: something may have been ordered, voided or paid elsewhere. */
export function fits(plan: Plan, bill: Pick<Bill, "left_cents">): boolean {
  return unpaidParts(plan).reduce((sum, { amountCents }) => sum + amountCents, 0) === bill.left_cents;
}

/** With the part paid, as far as the payment went: what it did not cover stays open. */
export function withPayment(plan: Plan, index: number, paymentId: number, amountCents: number): Plan {
  const parts = plan.parts.flatMap((part, at): Part[] => {
    if (at !== index) {
      return [part];
    }
    const open = part.amountCents - amountCents;
    const paid: Part = { ...part, amountCents, paymentId };
    return open > 0 ? [paid, { ...part, amountCents: open, itemIds: [] }] : [paid];
  });
  return { ...plan, parts };
}

/** Lines that no payment is for. Only these can be given to a guest. */
export function unpaidLines(bill: Pick<Bill, "lines" | "payments">): readonly BillLine[] {
  const paid = paidItems(bill);
  return bill.lines.filter(({ item_id, total_cents }) => !paid.has(item_id) && total_cents > 0);
}

/** Items for which a payment was taken, or is being asked for, and not wholly given back. */
export function paidItems({ payments }: Pick<Bill, "payments">): ReadonlySet<number> {
  return new Set(
    payments
      .filter(({ state, amount_cents, refunded_cents }) => !isOver(state) && refunded_cents < amount_cents)
      .flatMap(({ item_ids }) => item_ids),
  );
}

function isOver(state: string): boolean {
  return state === "DECLINED" || state === "CANCELLED";
}
