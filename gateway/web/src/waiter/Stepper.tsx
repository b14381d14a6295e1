import { Button } from "../ui/Button";
import styles from "./stepper.module.css";

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  less: string;
  more: string;
}

/** A number between two thumbs. */
export function Stepper({ label, value, min, max, onChange, less, more }: Props) {
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <Button aria-label={less} isDisabled={value <= min} onPress={() => onChange(value - 1)}>
        −
      </Button>
      <output className={styles.value}>{value}</output>
      <Button aria-label={more} isDisabled={value >= max} onPress={() => onChange(value + 1)}>
        +
      </Button>
    </div>
  );
}
