import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button as Pressable, Group, Input, Label, NumberField } from "react-aria-components";
import type { Bill } from "../api/types";
import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { partName } from "./PartsBar";
import { payWords } from "./payWords";
import { planOf, type Plan } from "./plan";
import { Read } from "./Read";
import { sharesQuery } from "./shares";
import css from "./split.module.css";

interface Props {
  mode: "SEATS" | "EQUAL";
  bill: Bill;
  onDone: (plan: Plan) => void;
}

const MOST_PARTS = 100;

/** By seat, or in so many equal parts: both as the server splits. */
export function SplitByServer({ mode, bill, onDone }: Props) {
  const words = useWords(payWords);
  const [parts, setParts] = useState(2);
  const shares = useQuery(sharesQuery(bill.order_id, mode === "EQUAL" ? { parts } : {}));
  return (
    <div className={css.one}>
      {mode === "EQUAL" && (
        <NumberField
          className={css.howMany ?? ""}
          value={parts}
          minValue={2}
          maxValue={MOST_PARTS}
          onChange={(number) => setParts(Number.isFinite(number) ? number : 2)}
        >
          <Label className="field__label">{words.howMany}</Label>
          <Group className={css.stepper ?? ""}>
            <Pressable slot="decrement" className="button">
              −
            </Pressable>
            <Input className="field__input" autoFocus />
            <Pressable slot="increment" className="button">
              +
            </Pressable>
          </Group>
        </NumberField>
      )}
      <Read of={shares}>
        {(read) => {
          const plan = planOf(mode, read);
          return mode === "SEATS" && plan.parts.every(({ name }) => name === "PART") ? (
            <p className="notice">{words.noSeats}</p>
          ) : (
            <>
              <ul className={css.shares}>
                {plan.parts.map((part, index) => (
                  <li key={index}>
                    <span>{partName(part, words)}</span>
                    <strong>{money(part.amountCents, bill.currency)}</strong>
                  </li>
                ))}
              </ul>
              <Button kind="primary" isDisabled={shares.isFetching} onPress={() => onDone(plan)}>
                {words.splitNow}
              </Button>
            </>
          );
        }}
      </Read>
    </div>
  );
}
