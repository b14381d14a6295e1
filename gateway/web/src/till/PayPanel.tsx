import { useState } from "react";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { Amounts } from "./Amounts";
import { centsOf, typedOf, withKey } from "./amounts";
import { CardQuestion } from "./CardQuestion";
import { useKeys } from "./keys";
import { MoneyPad } from "./MoneyPad";
import css from "./pay.module.css";
import {
  amountOf,
  changeOf,
  complaintOf,
  emptyDraft,
  METHODS,
  paymentOf,
  type Field,
  type Method,
  type Target,
} from "./paying";
import { PayRefusal } from "./PayRefusal";
import { payWords } from "./payWords";
import { QuickNotes } from "./QuickNotes";
import { Shortcut } from "./Shortcut";
import { useTillName } from "./tillName";
import type { Payment } from "./types";
import type { Taking } from "./usePayment";
import type { Writing } from "./useWrite";
import { tillWords } from "./words";

const SHORTCUTS: Readonly<Record<Method, string>> = { CASH: "F2", CARD: "F4", MEAL_VOUCHER: "F8", CHEQUE: "F9" };

interface Props {
  target: Target;
  currency: string;
  writing: Writing<Taking, Payment>;
  part: number | undefined;
}

/** One payment: its method, its amounts, and what to hand back. */
export function PayPanel({ target, currency, writing, part }: Props) {
  const words = useWords(payWords);
  const shared = useWords(tillWords);
  const till = useTillName();
  const [draft, setDraft] = useState(emptyDraft("CASH"));
  const [active, setActive] = useState<Field>("tendered");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const locked = writing.busy || writing.unanswered !== undefined;
  const complaint = complaintOf(draft, target);
  const amount = amountOf(draft, target) ?? 0;
  const change = changeOf(draft, target);

  const set = (field: Field, value: string) => {
    setDraft({ ...draft, [field]: value });
    setAsking(false);
    setTried(false);
    writing.forget();
  };
  const choose = (method: Method) => {
    setDraft({ ...draft, method, tendered: "" });
    setActive(method === "CASH" ? "tendered" : "amount");
    setAsking(false);
    writing.forget();
  };
  const record = () => {
    void writing.run({ payment: paymentOf(draft, target, till), part }).catch(() => setAsking(false));
  };
  const submit = () => {
    setTried(true);
    if (complaint || locked) {
      return;
    }
    if (draft.method === "CARD") {
      setAsking(true);
    } else {
      record();
    }
  };
  useKeys(Object.fromEntries(METHODS.map((method) => [SHORTCUTS[method], locked ? undefined : () => choose(method)])));

  const total = money(amount, currency);
  return (
    <form
      className={css.panel}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={css.methods} role="group" aria-label={words.method}>
        {METHODS.map((method) => (
          <Button
            key={method}
            aria-pressed={draft.method === method}
            aria-keyshortcuts={SHORTCUTS[method]}
            isDisabled={locked}
            onPress={() => choose(method)}
          >
            {shared.method(method)} <Shortcut of={SHORTCUTS[method]} />
          </Button>
        ))}
      </div>
      <Amounts
        key={draft.method}
        draft={draft}
        target={target}
        currency={currency}
        active={active}
        complaint={complaint && (tried || complaint.kind === "TOO_MUCH") ? complaint : undefined}
        disabled={locked}
        onActive={setActive}
        onChange={set}
      />
      {draft.method === "CASH" && (
        <QuickNotes
          tendered={draft.tendered}
          change={change}
          currency={currency}
          disabled={locked}
          onTender={(typed) => set("tendered", typed)}
          onExact={() => set("tendered", typedOf(amount))}
          onKeep={(cents) => set("tip", typedOf((centsOf(draft.tip) ?? 0) + cents))}
        />
      )}
      <PayRefusal writing={writing} currency={currency} onMost={(cents) => set("amount", typedOf(cents))} />
      {asking ? (
        <CardQuestion
          question={words.cardAsk(total)}
          busy={writing.busy}
          onYes={record}
          onNo={() => setAsking(false)}
        />
      ) : (
        <Button kind="primary" type="submit" className={css.take ?? ""} isDisabled={locked}>
          {draft.method === "CARD" ? words.cardStart(total) : words.takeCash(total)} <Shortcut of="⏎" />
        </Button>
      )}
      <MoneyPad disabled={locked} onKey={(key) => set(active, withKey(draft[active], key))} />
    </form>
  );
}
