import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Bill } from "../api/types";
import { billQuery, orderQuery, tablesQuery } from "../app/reads";
import { useWords } from "../i18n/words";
import { BackLink } from "../ui/BackLink";
import { Button } from "../ui/Button";
import css from "./bill.module.css";
import { BillLines } from "./BillLines";
import { BillSums } from "./BillSums";
import { useKeys } from "./keys";
import { placeOf } from "./openBills";
import { PapersOf } from "./PaperSheet";
import { PaySide } from "./PaySide";
import { PaymentsTaken } from "./PaymentsTaken";
import { payWords } from "./payWords";
import { Read } from "./Read";
import { Refunds } from "./Refunds";
import { Shortcut } from "./Shortcut";
import { TillFrame } from "./TillFrame";
import type { Paper } from "./types";
import { usePrintNote } from "./usePrint";
import { tillWords } from "./words";

/** One bill: what is on it, what was paid, and what is to be paid. */
export function BillScreen() {
  const { orderId } = useParams({ from: "/till/bills/$orderId" });
  const bill = useQuery(billQuery(orderId));
  return (
    <TillFrame title={usePlace(orderId)} back={<BackLink to="/till" />}>
      <Read of={bill}>{(read) => <OneBill key={orderId} bill={read} />}</Read>
    </TillFrame>
  );
}

/** What people call it: its table, or how it is taken along. */
export function usePlace(orderId: number): string {
  const words = useWords(tillWords);
  const order = useQuery(orderQuery(orderId)).data;
  const tables = useQuery(tablesQuery).data;
  const table = tables?.find(({ table_id }) => table_id === order?.table_id)?.name ?? "";
  const place = order && (table || order.table_id == null) ? placeOf({ table, mode: order.service_mode }, words) : "";
  return `${place} ${words.order(orderId)}`.trim();
}

function OneBill({ bill }: { bill: Bill }) {
  const words = useWords(payWords);
  const navigate = useNavigate();
  const [paper, setPaper] = useState<Paper>();
  const note = usePrintNote(bill.order_id, setPaper);
  const owes = bill.left_cents > 0;
  const split = () => void navigate({ to: "/till/bills/$orderId/split", params: { orderId: bill.order_id } });
  useKeys({ "Alt+KeyN": note.busy ? undefined : note.print, "Alt+KeyP": owes ? split : undefined });
  return (
    <div className={css.bill}>
      <div className={css.side}>
        <div className={css.actions}>
          <Button aria-keyshortcuts="Alt+N" isDisabled={note.busy || bill.lines.length === 0} onPress={note.print}>
            {words.printNote} <Shortcut of="Alt N" />
          </Button>
          <Button aria-keyshortcuts="Alt+P" isDisabled={!owes} onPress={split}>
            {words.split} <Shortcut of="Alt P" />
          </Button>
          {bill.note_required && owes && <span className="badge badge--info">{words.noteRequired}</span>}
        </div>
        <BillLines bill={bill} />
        <BillSums bill={bill} />
        <PaymentsTaken bill={bill} onPaper={setPaper} />
        <Refunds bill={bill} />
      </div>
      <PaySide bill={bill} onPaper={setPaper} />
      {paper && <PapersOf paper={paper} onPaper={setPaper} onClose={() => setPaper(undefined)} />}
    </div>
  );
}
