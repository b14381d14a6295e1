import { money } from "../format/format";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import css from "./bill.module.css";
import { payWords } from "./payWords";
import type { Part, Plan } from "./plan";

interface Props {
  plan: Plan;
  /** The bill is another than the one that was split. */
  stale: boolean;
  currency: string;
  chosen: number;
  onChoose: (index: number) => void;
  onEnd: () => void;
}

/** The parts of a split bill: which are paid, and which one is being paid. */
export function PartsBar({ plan, stale, currency, chosen, onChoose, onEnd }: Props) {
  const words = useWords(payWords);
  return (
    <div className={css.parts} role="group" aria-label={words.parts}>
      {stale && (
        <p className="notice notice--warn" role="alert">
          {words.planStale}
        </p>
      )}
      <div className={css.partsRow}>
        {plan.parts.map((part, index) => (
          <Button
            key={index}
            className={css.part ?? ""}
            aria-pressed={!stale && index === chosen}
            isDisabled={stale || part.paymentId !== undefined}
            onPress={() => onChoose(index)}
          >
            <span>{partName(part, words)}</span>
            <span>{money(part.amountCents, currency)}</span>
            {part.paymentId !== undefined && <span className="badge badge--good">✓ {words.partPaid}</span>}
          </Button>
        ))}
        <Button kind="quiet" onPress={onEnd}>
          {words.unsplit}
        </Button>
      </div>
    </div>
  );
}

interface Names {
  seat: (no: number) => string;
  guest: (no: number) => string;
  part: (no: number) => string;
  rest: string;
}

/** What a part is called. */
export function partName({ name, no }: Pick<Part, "name" | "no">, words: Names): string {
  switch (name) {
    case "SEAT":
      return words.seat(no);
    case "GUEST":
      return words.guest(no);
    case "PART":
      return words.part(no);
    case "REST":
      return words.rest;
  }
}
