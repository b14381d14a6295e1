import { useNavigate } from "@tanstack/react-router";
import type { Bill } from "../api/types";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { useKeys } from "./keys";
import css from "./pay.module.css";
import { payWords } from "./payWords";
import { Shortcut } from "./Shortcut";
import type { Paper, Payment } from "./types";
import { usePrintReceipt } from "./usePrint";
import { tillWords } from "./words";

interface Props {
  payment: Payment;
  bill: Bill;
  onPaper: (paper: Paper) => void;
  onNext: () => void;
}

/** What became of a payment: what to hand back, what is left, and the receipt. */
export function Taken({ payment, bill, onPaper, onNext }: Props) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const navigate = useNavigate();
  const receipt = usePrintReceipt(onPaper);
  const captured = payment.state === "CAPTURED";
  const change = payment.change_cents ?? 0;
  const over = bill.left_cents <= 0 && bill.reserved_cents === 0;
  const print = () => receipt.print(payment.payment_id);
  useKeys({ "Alt+KeyR": captured && !receipt.busy ? print : undefined });
  return (
    <div className={css.taken} role="status">
      <p className={captured ? "notice notice--good" : "notice notice--warn"}>
        {captured
          ? words.taken(
              shared.method(payment.method),
              money(payment.amount_cents + payment.tip_cents, payment.currency),
            )
          : payment.state === "UNKNOWN"
            ? words.cardUnknown
            : words.cardDeclined}
      </p>
      {payment.method === "CASH" && (
        <p className={css.change}>
          <span>{change > 0 ? words.giveChange : words.noChange}</span>
          <output>{money(change, payment.currency)}</output>
        </p>
      )}
      <p className={css.leftover}>
        {over ? words.allPaid : words.stillLeft(money(Math.max(0, bill.left_cents), bill.currency))}
      </p>
      <div className="sheet__actions">
        {captured && (
          <Button aria-keyshortcuts="Alt+R" isDisabled={receipt.busy} onPress={print}>
            {words.receipt} <Shortcut of="Alt R" />
          </Button>
        )}
        <Button kind="primary" autoFocus onPress={over ? () => void navigate({ to: "/till" }) : onNext}>
          {over ? words.nextBill : words.nextPayment} <Shortcut of="⏎" />
        </Button>
      </div>
    </div>
  );
}
