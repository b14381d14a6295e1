import { useState } from "react";
import { answerOf, api } from "../api/client";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { common } from "../ui/words";
import { payWords } from "./payWords";
import { ReasonField } from "./ReasonField";
import type { Payment } from "./types";
import { readBill } from "./usePayment";
import { useWrite } from "./useWrite";
import { tillWords } from "./words";

/** A manager says what a terminal did that never answers. */
export function ResolveSheet({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const general = useWords(common);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const writing = useWrite(
    (body: { outcome: "CAPTURED" | "CANCELLED"; reason: string }, key, signal) =>
      answerOf(
        api.POST("/api/payments/{payment_id}/resolution", {
          body,
          params: { path: { payment_id: payment.payment_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    async () => {
      await readBill(payment.order_id);
      onClose();
    },
  );
  const resolve = (outcome: "CAPTURED" | "CANCELLED") => {
    setTried(true);
    if (reason.trim() !== "") {
      void writing.run({ outcome, reason: reason.trim() }).catch(() => undefined);
    }
  };
  return (
    <Sheet title={words.resolveTitle} onClose={onClose} dismissable={!writing.busy}>
      <p>{words.resolveWhy}</p>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === "" ? shared.reasonMissing : undefined}
      />
      {writing.failure && !writing.busy && (
        <p className="notice notice--bad" role="alert">
          {explain(writing.failure)}
        </p>
      )}
      <div className="sheet__actions">
        <Button kind="primary" isDisabled={writing.busy} onPress={() => resolve("CAPTURED")}>
          {words.wasTaken}
        </Button>
        <Button kind="danger" isDisabled={writing.busy} onPress={() => resolve("CANCELLED")}>
          {words.wasNotTaken}
        </Button>
        <Button onPress={onClose}>{general.close}</Button>
      </div>
    </Sheet>
  );
}
