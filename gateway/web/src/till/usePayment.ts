import { answerOf, api } from "../api/client";
import { queryClient } from "../app/queryClient";
import { withPayment } from "./plan";
import { planFor, setPlan } from "./plans";
import type { NewPayment, Payment } from "./types";
import { useWrite, type Writing } from "./useWrite";

/** A card's terminal may take its time: the server waits for it, and so do we. */
const PATIENCE_MS = 100_000;

export interface Taking {
  payment: NewPayment;
  /** Of a split bill; undefined: of the whole. */
  part: number | undefined;
}

/** Takes payments of a bill. While one is on its way the bill may change by its event already: nothing is torn down for it. */
export function usePayment(onTaken: (payment: Payment) => void): Writing<Taking, Payment> {
  return useWrite(
    ({ payment: body }: Taking, key, signal) =>
      answerOf(api.POST("/api/payments", { body, params: { header: { "Idempotency-Key": key } }, signal })),
    async (payment, { part }) => {
      await readBill(payment.order_id);
      const plan = planFor(payment.order_id);
      if (plan && part !== undefined && payment.state !== "DECLINED" && payment.state !== "CANCELLED") {
        setPlan(payment.order_id, withPayment(plan, part, payment.payment_id, payment.amount_cents));
      }
      onTaken(payment);
    },
    PATIENCE_MS,
  );
}

/** Reads a bill anew; resolves when it is there. */
export function readBill(orderId: number): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["bill", orderId] });
}
