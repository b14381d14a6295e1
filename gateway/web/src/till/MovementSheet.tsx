import { useState } from "react";
import { answerOf, api } from "../api/client";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { mayApprove } from "../session/person";
import { usePerson } from "../session/useSession";
import { ApprovalDialog } from "../ui/ApprovalDialog";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { say } from "../ui/toasts";
import { common } from "../ui/words";
import { centsOf } from "./amounts";
import { drawerWords } from "./drawerWords";
import { MoneyField } from "./MoneyField";
import { readDrawers } from "./OpenDrawerForm";
import { ReasonField } from "./ReasonField";
import type { CashSession, NewMovement } from "./types";
import { Unanswered } from "./Unanswered";
import { useApproved } from "./useApproved";
import { useWrite } from "./useWrite";
import { tillWords } from "./words";

interface Props {
  kind: NewMovement["kind"];
  drawer: CashSession;
  onClose: () => void;
}

/** Money into the drawer or out of it, or the drawer opened for nothing: written down, with its reason. */
export function MovementSheet({ kind, drawer, onClose }: Props) {
  const words = useWords(drawerWords);
  const shared = useWords(tillWords);
  const general = useWords(common);
  const person = usePerson();
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const cents = kind === "NO_SALE" ? 0 : centsOf(amount);
  const writing = useWrite(
    (body: NewMovement, key, signal) =>
      answerOf(
        api.POST("/api/cash-sessions/{session_id}/movements", {
          body,
          params: { path: { session_id: drawer.session_id }, header: { "Idempotency-Key": key } },
          signal,
        }),
      ),
    async () => {
      say(words.moved, "good");
      await readDrawers();
      onClose();
    },
  );
  const send = (token: string | undefined) =>
    writing.run({
      kind,
      reason: reason.trim(),
      ...(kind !== "NO_SALE" && { amount_cents: cents ?? 0 }),
      ...(token !== undefined && { approval_token: token }),
    });
  const approval = useApproved(send);
  if (approval.asking) {
    const what = kind === "NO_SALE" ? words.approveNoSale : words.approvePaidOut(money(cents ?? 0, drawer.currency));
    return (
      <ApprovalDialog
        action="DRAWER"
        orderId={0}
        what={what}
        onApproved={approval.approved}
        onClose={approval.cancel}
      />
    );
  }
  const locked = writing.busy || writing.unanswered !== undefined;
  const badAmount = kind !== "NO_SALE" && (cents === undefined || cents < 1);
  const submit = () => {
    setTried(true);
    if (locked || badAmount || reason.trim() === "") {
      return;
    }
    if (kind === "PAID_IN") {
      void send(undefined).catch(() => undefined);
    } else {
      approval.begin();
    }
  };
  const usual = { PAID_IN: words.reasonsIn, PAID_OUT: words.reasonsOut, NO_SALE: words.reasonsNone }[kind];
  return (
    <Sheet title={`${words.kinds(kind)} : ${drawer.till}`} onClose={onClose} dismissable={!locked}>
      {kind !== "PAID_IN" && !mayApprove(person) && <p className="notice">{words.needsApproval}</p>}
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {kind !== "NO_SALE" && (
          <MoneyField
            label={shared.amount}
            value={amount}
            onChange={setAmount}
            error={tried && badAmount ? shared.noAmount : undefined}
            disabled={locked}
            autoFocus
          />
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === "" ? shared.reasonMissing : undefined}
          usual={usual.split("|")}
          disabled={locked}
        />
        <Unanswered writing={writing} onLook={() => void readDrawers()} />
        {writing.failure && writing.unanswered === undefined && !writing.busy && (
          <p className="notice notice--bad" role="alert">
            {explain(writing.failure)}
          </p>
        )}
        <div className="sheet__actions">
          <Button kind="primary" type="submit" isDisabled={locked}>
            {general.confirm}
          </Button>
          <Button isDisabled={writing.busy} onPress={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
