import { useState } from "react";
import type { Bill } from "../api/types";
import { money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import css from "./bill.module.css";
import { payWords } from "./payWords";
import { RefundSheet } from "./RefundSheet";
import type { Paper, Payment } from "./types";
import { UndecidedPayment } from "./UndecidedPayment";
import { usePrintReceipt } from "./usePrint";
import { tillWords } from "./words";

/** What was paid on a bill, and what can be done about each payment. */
export function PaymentsTaken({ bill, onPaper }: { bill: Bill; onPaper: (paper: Paper) => void }) {
  const words = useWords(payWords);
  const [refunding, setRefunding] = useState<Payment>();
  const receipt = usePrintReceipt(onPaper);
  return (
    <section className={css.payments} aria-labelledby="payments-title">
      <h2 id="payments-title">{words.payments}</h2>
      {bill.payments.length === 0 && <p className={css.under}>{words.noPayments}</p>}
      <ul>
        {bill.payments.map((payment) => (
          <li key={payment.payment_id} className={css.payment}>
            <PaymentFacts payment={payment} />
            <div className={css.actions}>
              {payment.state === "CAPTURED" && (
                <>
                  <Button isDisabled={receipt.busy} onPress={() => receipt.print(payment.payment_id)}>
                    {words.receipt}
                  </Button>
                  {payment.refunded_cents < payment.amount_cents && (
                    <Button onPress={() => setRefunding(payment)}>{words.refund}</Button>
                  )}
                </>
              )}
            </div>
            {isUndecided(payment) && <UndecidedPayment payment={payment} />}
          </li>
        ))}
      </ul>
      {refunding && (
        <RefundSheet
          key={refunding.payment_id}
          payment={refunding}
          toGiveBackCents={Math.max(0, -bill.left_cents)}
          onClose={() => setRefunding(undefined)}
        />
      )}
    </section>
  );
}

function PaymentFacts({ payment }: { payment: Payment }) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const { timeZone } = usePerson();
  const sum = (cents: number) => money(cents, payment.currency);
  const more = [
    words.by(payment.cashier_name, time(payment.paid_at, timeZone)),
    payment.till,
    payment.tip_cents > 0 && words.tipOf(sum(payment.tip_cents)),
    payment.voucher_holder && words.voucherOf(payment.voucher_holder),
    payment.refunded_cents > 0 && words.refunded(sum(payment.refunded_cents)),
  ];
  return (
    <div className={css.facts}>
      <span className={css.item}>{shared.method(payment.method)}</span>
      {payment.state !== "CAPTURED" && (
        <span className={isUndecided(payment) ? "badge badge--warn" : "badge"}>{words.states(payment.state)}</span>
      )}
      <span className={css.sumAt}>{sum(payment.amount_cents)}</span>
      <span className={css.under}>{more.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function isUndecided({ state }: Payment): boolean {
  return state === "INITIATED" || state === "AUTHORIZED" || state === "UNKNOWN";
}
