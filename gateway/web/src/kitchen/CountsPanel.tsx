import { useQuery } from "@tanstack/react-query";
import { useWords } from "../i18n/words";
import styles from "./kitchen.module.css";
import { countsQuery } from "./reads";
import type { Station } from "./types";
import { kitchenWords } from "./words";

/** How many of each dish the station has still to make, over all tickets. */
export function CountsPanel({ station }: { station: Station }) {
  const words = useWords(kitchenWords);
  const { data } = useQuery(countsQuery(station));
  return (
    // Long lists are moved by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.counts} aria-label={words.counts} tabIndex={0}>
      <h2>{words.counts}</h2>
      {data?.dishes.length === 0 && <p>{words.nothingToMake}</p>}
      <ul>
        {data?.dishes.map((dish) => (
          <li key={dish.dish_id} className={styles.count}>
            <strong className={styles.quantity}>{dish.quantity}</strong>
            <span>
              {dish.name}
              {dish.options.map((option) => (
                <span key={option.option_id} className={styles.option}>
                  {option.quantity} × {option.name}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
