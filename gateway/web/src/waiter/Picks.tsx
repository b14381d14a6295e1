import { Button } from "../ui/Button";
import styles from "./picks.module.css";

export interface Pick<T extends string | number> {
  id: T;
  label: string;
  /** Beside the label: a price, "sold out". */
  aside?: string;
  disabled?: boolean;
}

interface Props<T extends string | number> {
  label: string;
  picks: readonly Pick<T>[];
  picked: readonly T[];
  onPick: (id: T) => void;
  /** Many short ones beside each other instead of one below the other. */
  dense?: boolean;
}

/** Big choices; what is chosen is told by colour, by a mark and to screen readers. */
export function Picks<T extends string | number>({ label, picks, picked, onPick, dense }: Props<T>) {
  return (
    <div role="group" aria-label={label} className={dense ? `${styles.picks} ${styles.dense}` : styles.picks}>
      {picks.map(({ id, label: name, aside, disabled }) => {
        const chosen = picked.includes(id);
        return (
          <Button
            key={id}
            className={chosen ? `${styles.pick} ${styles.chosen}` : styles.pick}
            isDisabled={disabled === true}
            aria-pressed={chosen}
            onPress={() => onPick(id)}
          >
            <span className={styles.label}>{name}</span>
            {aside !== undefined && <span className={styles.aside}>{aside}</span>}
            {chosen && <span aria-hidden="true">✓</span>}
          </Button>
        );
      })}
    </div>
  );
}
