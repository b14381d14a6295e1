import { useState, type ReactNode } from "react";
import type { ApprovalAction } from "../api/types";
import { useWords } from "../i18n/words";
import { Problem } from "../problems/problem";
import { ApprovalDialog } from "../ui/ApprovalDialog";
import { sayFailure } from "../ui/toasts";
import { words as waiterWords } from "./words";

interface Asked {
  action: ApprovalAction;
  orderId: number;
  /** In words, for the manager. */
  what: string;
  run: (approvalToken: string | undefined) => Promise<unknown>;
  onDone: () => void;
}

/** Does something at once, or with a manager's approval when the server asks for one. */
export function useApproval(): { act: (asked: Asked) => Promise<void>; dialog: ReactNode } {
  const words = useWords(waiterWords);
  const [asked, setAsked] = useState<Asked>();
  const attempt = async (wanted: Asked, token: string | undefined) => {
    try {
      await wanted.run(token);
      setAsked(undefined);
      wanted.onDone();
    } catch (failure) {
      if (failure instanceof Problem && failure.code === "APPROVAL_REQUIRED") {
        setAsked(wanted);
        return;
      }
      setAsked(undefined);
      sayFailure(failure);
    }
  };
  return {
    act: (wanted) => attempt(wanted, undefined),
    dialog: asked && (
      <ApprovalDialog
        action={asked.action}
        orderId={asked.orderId}
        what={words.approve(asked.what)}
        onApproved={(token) => void attempt(asked, token)}
        onClose={() => setAsked(undefined)}
      />
    ),
  };
}
