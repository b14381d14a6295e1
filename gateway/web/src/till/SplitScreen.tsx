import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Bill } from "../api/types";
import { billQuery } from "../app/reads";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { BackLink } from "../ui/BackLink";
import { Button } from "../ui/Button";
import { usePlace } from "./BillScreen";
import { payWords } from "./payWords";
import type { Mode, Plan } from "./plan";
import { setPlan } from "./plans";
import { Read } from "./Read";
import css from "./split.module.css";
import { SplitByAmounts } from "./SplitByAmounts";
import { SplitByItems } from "./SplitByItems";
import { SplitByServer } from "./SplitByServer";
import { TillFrame } from "./TillFrame";

/** How a bill is split: by item, by seat, by amount, or in equal parts. */
export function SplitScreen() {
  const words = useWords(payWords);
  const { orderId } = useParams({ from: "/till/bills/$orderId/split" });
  const bill = useQuery(billQuery(orderId));
  const back = <BackLink to="/till/bills/$orderId" params={{ orderId }} />;
  return (
    <TillFrame title={words.splitTitle(usePlace(orderId))} back={back}>
      <Read of={bill}>{(read) => <Splitting key={orderId} bill={read} />}</Read>
    </TillFrame>
  );
}

function Splitting({ bill }: { bill: Bill }) {
  const words = useWords(payWords);
  const navigate = useNavigate();
  const [mode, setMode] = useState<Mode>("ITEMS");
  const modes: readonly (readonly [Mode, string])[] = [
    ["ITEMS", words.byItems],
    ["SEATS", words.bySeats],
    ["AMOUNTS", words.byAmounts],
    ["EQUAL", words.equally],
  ];
  const done = (plan: Plan) => {
    setPlan(bill.order_id, plan);
    void navigate({ to: "/till/bills/$orderId", params: { orderId: bill.order_id } });
  };
  if (bill.left_cents <= 0) {
    return <p className="empty">{words.nothingLeft}</p>;
  }
  return (
    <div className={css.split}>
      <div className={css.head}>
        <div className={`choices__row ${css.modes}`} role="group" aria-label={words.split}>
          {modes.map(([each, label]) => (
            <Button key={each} aria-pressed={mode === each} onPress={() => setMode(each)}>
              {label}
            </Button>
          ))}
        </div>
        <p className={css.left}>
          {words.left} <strong>{money(bill.left_cents, bill.currency)}</strong>
        </p>
      </div>
      {mode === "ITEMS" && <SplitByItems bill={bill} onDone={done} />}
      {mode === "AMOUNTS" && <SplitByAmounts bill={bill} onDone={done} />}
      {(mode === "SEATS" || mode === "EQUAL") && <SplitByServer key={mode} mode={mode} bill={bill} onDone={done} />}
    </div>
  );
}
