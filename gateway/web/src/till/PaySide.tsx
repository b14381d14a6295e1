import { useState } from "react";
import type { Bill } from "../api/types";
import { useWords } from "../i18n/words";
import css from "./bill.module.css";
import { PartsBar } from "./PartsBar";
import { PayPanel } from "./PayPanel";
import type { Target } from "./paying";
import { payWords } from "./payWords";
import { fits } from "./plan";
import { setPlan, usePlan } from "./plans";
import { Taken } from "./Taken";
import type { Paper, Payment } from "./types";
import { Unanswered } from "./Unanswered";
import { readBill, usePayment } from "./usePayment";

/** Where money is taken: of all that is left, or of one part after the other. */
export function PaySide({ bill, onPaper }: { bill: Bill; onPaper: (paper: Paper) => void }) {
  const words = useWords(payWords);
  const plan = usePlan(bill.order_id);
  const [taken, setTaken] = useState<Payment>();
  const [chosen, setChosen] = useState<number>();
  const writing = usePayment((payment) => {
    setTaken(payment);
    setChosen(undefined);
  });
  const stale = plan !== undefined && !writing.busy && !fits(plan, bill);
  const isOpen = (index: number) => plan?.parts[index] !== undefined && plan.parts[index]?.paymentId === undefined;
  const firstOpen = plan?.parts.findIndex((_, index) => isOpen(index)) ?? -1;
  const open = chosen !== undefined && isOpen(chosen) ? chosen : firstOpen;
  const part = stale ? undefined : plan?.parts[open];
  const target: Target = {
    orderId: bill.order_id,
    amountCents: part?.amountCents ?? bill.left_cents,
    itemIds: part?.itemIds ?? [],
    leftCents: bill.left_cents,
  };
  return (
    <section className={css.pay} aria-label={words.pay}>
      {plan && bill.left_cents > 0 && (
        <PartsBar
          plan={plan}
          stale={stale}
          currency={bill.currency}
          chosen={open}
          onChoose={setChosen}
          onEnd={() => setPlan(bill.order_id, undefined)}
        />
      )}
      <Unanswered writing={writing} onLook={() => void readBill(bill.order_id)} />
      {taken ? (
        <Taken payment={taken} bill={bill} onPaper={onPaper} onNext={() => setTaken(undefined)} />
      ) : bill.left_cents > 0 || writing.busy ? (
        <PayPanel
          key={part ? open : "whole"}
          target={target}
          currency={bill.currency}
          writing={writing}
          part={part ? open : undefined}
        />
      ) : (
        <p className={bill.left_cents < 0 ? "notice notice--warn" : "notice notice--good"} role="status">
          {bill.left_cents < 0 ? words.giveBackWhy : bill.reserved_cents > 0 ? words.cardUnknown : words.settled}
        </p>
      )}
    </section>
  );
}
