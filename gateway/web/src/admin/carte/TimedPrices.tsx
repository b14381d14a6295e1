import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { Checks, TextField } from "../fields";
import { scaledOf } from "../numbers";
import { adminWords } from "../words";
import { DAYS, type TimedTyped } from "./dishForm";
import { carteWords } from "./words";

interface Props {
  prices: TimedTyped[];
  digits: number;
  onChange: (prices: TimedTyped[]) => void;
}

/** Prices by day and hour; the first that matches holds. */
export function TimedPrices({ prices, digits, onChange }: Props) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  // A Monday; the names of the days follow from it.
  const dayName = (index: number) =>
    new Intl.DateTimeFormat(tag, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + index));
  const change = (at: number, part: Partial<TimedTyped>) =>
    onChange(prices.map((price, index) => (index === at ? { ...price, ...part } : price)));
  return (
    <fieldset className={styles.set}>
      <legend>{words.timedPrices}</legend>
      {prices.length > 1 && <p className={styles.hint}>{words.timedHint}</p>}
      {prices.map((price, at) => (
        <div key={at} className={styles.part}>
          <div className={styles.two}>
            <TextField
              label={shared.name}
              value={price.name}
              maxLength={60}
              onChange={(name) => change(at, { name })}
            />
            <TextField
              label={words.price}
              value={price.price}
              inputMode="decimal"
              wrong={scaledOf(price.price, digits) === undefined}
              onChange={(typed) => change(at, { price: typed })}
            />
            <TextField label={words.from} type="time" value={price.from} onChange={(from) => change(at, { from })} />
            <TextField label={words.to} type="time" value={price.to} onChange={(to) => change(at, { to })} />
          </div>
          <Checks
            legend={words.days}
            options={DAYS.map((day, index) => ({ value: day, text: dayName(index) }))}
            chosen={price.days}
            onChange={(days) => change(at, { days: DAYS.filter((day) => days.includes(day)) })}
          />
          <Button onPress={() => onChange(prices.filter((_, index) => index !== at))}>{shared.remove}</Button>
        </div>
      ))}
      <Button onPress={() => onChange([...prices, { name: "", days: [...DAYS], from: "", to: "", price: "" }])}>
        {words.addTimed}
      </Button>
    </fieldset>
  );
}
