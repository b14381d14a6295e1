import { Button } from "react-aria-components";
import { allergenName } from "../carte/allergens";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import styles from "./kitchen.module.css";
import { nextOfItem } from "./moves";
import type { Line } from "./types";
import { kitchenWords } from "./words";

const SIGNS: Readonly<Record<string, string>> = { SENT: "○", PREPARING: "◐", READY: "✓" };

interface Props {
  line: Line;
  onTouch: (line: Line) => void;
}

/** One item: a touch takes it a step on, or calls it back once it is ready. */
export function ItemRow({ line, onTouch }: Props) {
  const words = useWords(kitchenWords);
  const next = nextOfItem(line);
  const verb = next === "PREPARING" ? words.startItem : next === "READY" ? words.finishItem : words.recallItem;
  const state = line.state === "PREPARING" || line.state === "READY" ? line.state : "SENT";
  return (
    <li className={styles.item} data-state={line.state}>
      <Button className={styles.itemButton} onPress={() => onTouch(line)}>
        <span className={styles.quantity}>{line.quantity}</span>
        <span className={styles.itemText}>
          <span className={styles.name}>{line.name}</span>
          {line.options.map((option) => (
            <span key={option} className={styles.option}>
              {option}
            </span>
          ))}
          {(line.formule_name || line.seat != null) && (
            <span className={styles.minor}>
              {[line.formule_name, line.seat == null ? undefined : words.seat(line.seat)].filter(Boolean).join(" · ")}
            </span>
          )}
        </span>
        <span className={styles.state}>
          <span aria-hidden="true" className={styles.sign}>
            {SIGNS[line.state]}
          </span>
          <span className={styles.stateWord}>{words[state]}</span>
          <span className="visually-hidden">. {verb}</span>
        </span>
        <Warnings line={line} />
      </Button>
    </li>
  );
}

/** What must not be overlooked: framed, with a sign and the word. */
function Warnings({ line }: { line: Line }) {
  const words = useWords(kitchenWords);
  const tag = useLanguage();
  const inDish = new Set(line.allergen_warning);
  return (
    <span className={styles.warnings}>
      {line.allergies.length > 0 && (
        <strong className={styles.allergy} data-in-dish={inDish.size > 0}>
          <span aria-hidden="true">⚠ </span>
          {words.allergy} : {line.allergies.map((allergen) => allergenName(allergen, tag)).join(", ")}
          {inDish.size > 0 && (
            <span className={styles.inDish}>
              {words.inDish} : {[...inDish].map((allergen) => allergenName(allergen, tag)).join(", ")}
            </span>
          )}
        </strong>
      )}
      {line.note && (
        <strong className={styles.note}>
          <span aria-hidden="true">✎ </span>
          <span className="visually-hidden">{words.note} : </span>
          {line.note}
        </strong>
      )}
    </span>
  );
}
