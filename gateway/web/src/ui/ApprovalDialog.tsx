import { useState } from "react";
import { answerOf, api } from "../api/client";
import type { ApprovalAction } from "../api/types";
import { useWords } from "../i18n/words";
import { explain, NoAnswer, Problem } from "../problems/problem";
import { PinPad } from "./PinPad";
import { pinPadWords } from "./pinPadWords";
import { Sheet } from "./Sheet";
import { useCountdown } from "./useCountdown";

interface Props {
  action: ApprovalAction;
  /** 0 for `DRAWER`: it is about no order. */
  orderId: number;
  /** What is to be approved, in words. */
  what: string;
  onApproved: (approvalToken: string) => void;
  onClose: () => void;
}

/** A manager types code and PIN on this device and approves one action on one order. */
export function ApprovalDialog({ action, orderId, what, onApproved, onClose }: Props) {
  const words = useWords(pinPadWords);
  const [code, setCode] = useState("");
  const [pin, setPin] = useState("");
  const [step, setStep] = useState<"code" | "pin">("code");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [locked, lockFor] = useCountdown();

  const approve = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { staff_code: code, pin, action, order_id: orderId };
      onApproved((await answerOf(api.POST("/api/auth/approvals", { body }))).approval_token);
    } catch (failure) {
      setPin("");
      setError(failure instanceof NoAnswer ? words.needsNetwork : explain(failure));
      if (failure instanceof Problem && failure.code === "SIGN_IN_LOCKED") {
        setError(undefined);
        lockFor(failure.retryAfter ?? 5);
      } else if (failure instanceof Problem && failure.code === "APPROVAL_REFUSED") {
        setStep("code");
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Sheet title={words.approvalTitle} onClose={onClose}>
      <p>{what}</p>
      {step === "code" ? (
        <PinPad
          key="code"
          label={words.code}
          value={code}
          onChange={setCode}
          onSubmit={() => setStep("pin")}
          minLength={1}
          maxLength={12}
          submitLabel={words.next}
          error={error}
          autoFocus
        />
      ) : (
        <PinPad
          key="pin"
          label={words.pin}
          value={pin}
          onChange={setPin}
          onSubmit={() => void approve()}
          minLength={4}
          maxLength={8}
          submitLabel={words.approve}
          secret
          disabled={busy || locked > 0}
          error={locked > 0 ? words.wait(locked) : error}
          autoFocus
        />
      )}
    </Sheet>
  );
}
