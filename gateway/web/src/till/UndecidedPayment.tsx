import { useState } from "react";
import { answerOf, api } from "../api/client";
import { useWords } from "../i18n/words";
import { mayApprove } from "../session/person";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { sayFailure } from "../ui/toasts";
import css from "./pay.module.css";
import { payWords } from "./payWords";
import { ResolveSheet } from "./ResolveSheet";
import type { Payment } from "./types";
import { readBill } from "./usePayment";
import { useWrite } from "./useWrite";

/** Longer than the server waits for a terminal. */
const PATIENCE_MS = 100_000;

/** A terminal has not answered: it is asked again, cancels, or a manager says what it did. */
export function UndecidedPayment({ payment }: { payment: Payment }) {
  const words = useWords(payWords);
  const person = usePerson();
  const [resolving, setResolving] = useState(false);
  const path = { payment_id: payment.payment_id };
  const asking = useWrite(
    (what: "inquiry" | "cancel", key, signal) => {
      const init = { params: { path, header: { "Idempotency-Key": key } }, signal };
      return answerOf(
        what === "inquiry"
          ? api.POST("/api/payments/{payment_id}/inquiry", init)
          : api.POST("/api/payments/{payment_id}/cancel", init),
      );
    },
    () => readBill(payment.order_id),
    PATIENCE_MS,
  );
  const ask = (what: "inquiry" | "cancel") => {
    void asking.run(what).catch((failure: unknown) => {
      sayFailure(failure);
      void readBill(payment.order_id);
    });
  };
  return (
    <div className="notice notice--warn" role="group" aria-label={words.states(payment.state)}>
      <div className={css.stack}>
        <p>{asking.busy ? words.cardWaiting : words.cardUnknown}</p>
        <div className="sheet__actions">
          <Button kind="primary" isDisabled={asking.busy} onPress={() => ask("inquiry")}>
            {words.inquire}
          </Button>
          <Button isDisabled={asking.busy} onPress={() => ask("cancel")}>
            {words.cancelPayment}
          </Button>
          {mayApprove(person) && (
            <Button kind="danger" isDisabled={asking.busy} onPress={() => setResolving(true)}>
              {words.resolve}
            </Button>
          )}
        </div>
        {!mayApprove(person) && <p>{words.managerOnly}</p>}
      </div>
      {resolving && <ResolveSheet payment={payment} onClose={() => setResolving(false)} />}
    </div>
  );
}
