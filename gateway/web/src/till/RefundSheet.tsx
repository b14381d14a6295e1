import { useState } from "react";
import { answerOf, api } from "../api/client";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { ApprovalDialog } from "../ui/ApprovalDialog";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { say } from "../ui/toasts";
import { common } from "../ui/words";
import { centsOf, typedOf } from "./amounts";
import { MoneyField } from "./MoneyField";
import { PayRefusal } from "./PayRefusal";
import { payWords } from "./payWords";
import { ReasonField } from "./ReasonField";
import { useTillName } from "./tillName";
import type { NewRefund, Payment, Refund } from "./types";
import { Unanswered } from "./Unanswered";
import { useApproved } from "./useApproved";
import { readBill } from "./usePayment";
import { useWrite } from "./useWrite";
import { tillWords } from "./words";

interface Props {
  payment: Payment;
  /** What was paid too much on the bill; 0: what is given back is a credit, or paid anew. */
  toGiveBackCents: number;
  onClose: () => void;
}

/** Gives back a payment or a part of it, the way it came. */
export function RefundSheet({ payment, toGiveBackCents, onClose }: Props) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const general = useWords(common);
  const till = useTillName();
  const paid = payment.amount_cents - payment.refunded_cents;
  const most = toGiveBackCents > 0 ? Math.min(paid, toGiveBackCents) : paid;
  const [amount, setAmount] = useState(typedOf(most));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const cents = centsOf(amount) ?? 0;
  const writing = useWrite(
    (body: NewRefund, key, signal) =>
      answerOf(
        api.POST("/api/payments/{payment_id}/refunds", {
          body,
          params: { path: { payment_id: payment.payment_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    async (refund: Refund) => {
      await readBill(payment.order_id);
      const sum = money(refund.amount_cents, refund.currency);
      say(
        refund.credited_cents > 0
          ? words.creditDone(money(refund.credited_cents, refund.currency))
          : words.refundDone(sum),
        "good",
      );
      onClose();
    },
  );
  const approval = useApproved((token) =>
    writing.run({
      amount_cents: cents,
      reason: reason.trim(),
      ...(payment.method === "CASH" && { till }),
      ...(token !== undefined && { approval_token: token }),
    }),
  );
  if (approval.asking) {
    return (
      <ApprovalDialog
        action="REFUND"
        orderId={payment.order_id}
        what={words.refundWhat(money(cents, payment.currency))}
        onApproved={approval.approved}
        onClose={approval.cancel}
      />
    );
  }
  const locked = writing.busy || writing.unanswered !== undefined;
  const amountError =
    cents < 1 ? shared.noAmount : cents > most ? words.refundMost(money(most, payment.currency)) : undefined;
  const reasonError = tried && reason.trim() === "" ? shared.reasonMissing : undefined;
  const submit = () => {
    setTried(true);
    if (!locked && amountError === undefined && reason.trim() !== "") {
      approval.begin();
    }
  };
  return (
    <Sheet title={words.refundTitle} onClose={onClose} dismissable={!locked}>
      <p>{words.refundOf(shared.method(payment.method), money(most, payment.currency))}</p>
      {payment.method === "CARD" && <p className="notice">{words.refundCard}</p>}
      {payment.method === "CASH" && <p className="notice">{words.refundCash}</p>}
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <MoneyField
          label={shared.amount}
          value={amount}
          onChange={setAmount}
          error={amountError}
          disabled={locked}
          autoFocus
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          error={reasonError}
          usual={words.refundReasons.split("|")}
          disabled={locked}
        />
        <Unanswered writing={writing} onLook={() => void readBill(payment.order_id)} />
        <PayRefusal writing={writing} currency={payment.currency} onMost={(value) => setAmount(typedOf(value))} />
        <div className="sheet__actions">
          <Button kind="primary" type="submit" isDisabled={locked}>
            {words.refundNow(money(cents, payment.currency))}
          </Button>
          <Button isDisabled={writing.busy} onPress={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
