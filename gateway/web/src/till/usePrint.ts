import { answerOf, api } from "../api/client";
import { sayFailure } from "../ui/toasts";
import type { Paper } from "./types";
import { useWrite } from "./useWrite";

interface Printing {
  print: () => void;
  busy: boolean;
}

/** Prints the note of an order, or its next duplicata. */
export function usePrintNote(orderId: number, onPaper: (paper: Paper) => void): Printing {
  const writing = useWrite(
    (order_id: number, key, signal) =>
      answerOf(
        api.POST("/api/bills/{order_id}/notes", {
          params: { path: { order_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    onPaper,
  );
  return { print: () => void writing.run(orderId).catch(sayFailure), busy: writing.busy };
}

/** Prints the receipt of a payment, or its next duplicata. */
export function usePrintReceipt(onPaper: (paper: Paper) => void): {
  print: (paymentId: number) => void;
  busy: boolean;
} {
  const writing = useWrite(
    (payment_id: number, key, signal) =>
      answerOf(
        api.POST("/api/payments/{payment_id}/receipts", {
          params: { path: { payment_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    onPaper,
  );
  return { print: (paymentId) => void writing.run(paymentId).catch(sayFailure), busy: writing.busy };
}
