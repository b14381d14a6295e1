import type { ReactNode } from "react";
import styles from "../admin.module.css";

/** One figure with its name; what belongs to it stands below. */
export function Card({ name, children, below }: { name: string; children: ReactNode; below?: ReactNode }) {
  return (
    <dl className={styles.card}>
      <dt>{name}</dt>
      <dd>
        {children}
        {below && <p>{below}</p>}
      </dd>
    </dl>
  );
}
