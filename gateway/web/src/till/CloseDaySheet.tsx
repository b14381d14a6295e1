import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import { queryClient } from "../app/queryClient";
import { openOrdersQuery } from "../app/reads";
import { day } from "../format/format";
import { useWords } from "../i18n/words";
import { explain, Problem } from "../problems/problem";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { say } from "../ui/toasts";
import { common } from "../ui/words";
import { closingWords } from "./closingWords";
import { openDrawersQuery } from "./reads";
import type { Closing } from "./types";
import { Unanswered } from "./Unanswered";
import { useWrite } from "./useWrite";

interface Props {
  businessDate: string;
  /** An earlier day has to be closed first. */
  onEarlier: (businessDate: string) => void;
  onClosed: (closing: Closing) => void;
  onClose: () => void;
}

async function readClosings(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["closings"] }),
    queryClient.invalidateQueries({ queryKey: ["daily"] }),
  ]);
}

/** Asks once more before a day is closed for good, and says what is still open. */
export function CloseDaySheet({ businessDate, onEarlier, onClosed, onClose }: Props) {
  const words = useWords(closingWords);
  const general = useWords(common);
  const drawers = useQuery(openDrawersQuery).data ?? [];
  const bills = useQuery(openOrdersQuery).data ?? [];
  const writing = useWrite(
    (body: { kind: "DAY"; business_date: string }, key, signal) =>
      answerOf(api.POST("/api/closings", { body, params: { header: { "Idempotency-Key": key } }, signal })),
    async (closing: Closing) => {
      await readClosings();
      say(words.closedNow(closing.closing_no), "good");
      onClosed(closing);
    },
  );
  const locked = writing.busy || writing.unanswered !== undefined;
  const failure = writing.busy || writing.unanswered !== undefined ? null : writing.failure;
  const earlier = earlierIn(failure);
  return (
    <Sheet title={words.confirmTitle(day(businessDate))} onClose={onClose} dismissable={!locked} alert>
      <p>{words.confirmWhy}</p>
      {drawers.length > 0 && (
        <p className="notice notice--warn">{words.drawersOpen(drawers.map(({ till }) => till).join(", "))}</p>
      )}
      {bills.length > 0 && <p className="notice">{words.billsOpen(bills.length)}</p>}
      <Unanswered writing={writing} onLook={() => void readClosings()} />
      {failure && (
        <div className="notice notice--bad" role="alert">
          <p>{explain(failure)}</p>
          {earlier && <Button onPress={() => onEarlier(earlier)}>{words.closeEarlier(day(earlier))}</Button>}
        </div>
      )}
      <div className="sheet__actions">
        <Button
          kind="primary"
          isDisabled={locked}
          onPress={() =>
            void writing.run({ kind: "DAY", business_date: businessDate }).catch(() => void readClosings())
          }
        >
          {words.closeNow}
        </Button>
        <Button isDisabled={writing.busy} onPress={onClose}>
          {general.cancel}
        </Button>
      </div>
    </Sheet>
  );
}

/** The day that the refusal names: "Close the day 2026-11-22 first." */
function earlierIn(failure: Error | null): string | undefined {
  return failure instanceof Problem && failure.code === "EARLIER_PERIOD_OPEN"
    ? /\d{4}-\d{2}-\d{2}/.exec(failure.detail)?.[0]
    : undefined;
}
