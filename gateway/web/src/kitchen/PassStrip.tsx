import { Button } from "react-aria-components";
import { useWords } from "../i18n/words";
import styles from "./kitchen.module.css";
import { ticketId } from "./moves";
import type { Ticket } from "./types";
import { placeOf } from "./where";
import { kitchenWords } from "./words";

/** What stands ready at the pass; a touch says that it is gone. The longest there comes first. */
export function PassStrip({ tickets, onTicket }: { tickets: Ticket[]; onTicket: (ticket: Ticket) => void }) {
  const words = useWords(kitchenWords);
  if (tickets.length === 0) {
    return null;
  }
  return (
    <section className={styles.pass} aria-label={words.atPass}>
      <h2 className={styles.passTitle}>
        {words.atPass} ({tickets.length})
      </h2>
      <ul className={styles.passList}>
        {tickets.map((ticket) => {
          const place = placeOf(ticket, words);
          return (
            <li key={ticketId(ticket)}>
              <Button
                className={styles.chip}
                onPress={() => onTicket(ticket)}
                aria-label={`${words.goTicket} : ${place}, ${words.course(ticket.course)}`}
              >
                <span aria-hidden="true">✓</span> {place}
                <span className={styles.minor}>{words.course(ticket.course)}</span>
                <strong className={styles.gone}>{words.goTicket}</strong>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
