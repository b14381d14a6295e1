import { useCallback } from "react";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import styles from "./kitchen.module.css";
import { ticketId } from "./moves";
import { TicketCard } from "./TicketCard";
import type { Line, Ticket } from "./types";
import { useKeys } from "./useKeys";
import { usePages } from "./usePages";
import { kitchenWords } from "./words";

interface Props {
  tickets: Ticket[];
  now: number;
  heldOf: ReadonlyMap<number, readonly number[]>;
  onTicket: (ticket: Ticket) => void;
  onItem: (line: Line) => void;
}

/** Tickets in columns, the longest waiting first, a page at a time; keys 1 to 9 bump those of the page. */
export function TicketPages({ tickets, now, heldOf, onTicket, onItem }: Props) {
  const words = useWords(kitchenWords);
  const { columns, layout, look, turn } = usePages(tickets);
  const onKey = useCallback(
    (key: string) => {
      if (key === "ArrowRight" || key === "PageDown" || key === "ArrowLeft" || key === "PageUp") {
        turn(key === "ArrowRight" || key === "PageDown" ? 1 : -1);
        return true;
      }
      const id = /^[1-9]$/.test(key) ? layout.visible[Number(key) - 1] : undefined;
      const ticket = tickets.find((each) => ticketId(each) === id);
      if (ticket) {
        onTicket(ticket);
      }
      return ticket !== undefined;
    },
    [layout, tickets, turn, onTicket],
  );
  useKeys(onKey);
  return (
    <div className={styles.pages}>
      <ul ref={columns} className={styles.columns} onScroll={look}>
        {tickets.map((ticket) => {
          const id = ticketId(ticket);
          const index = layout.visible.indexOf(id);
          return (
            <li key={id} data-id={id} className={styles.slot}>
              <TicketCard
                ticket={ticket}
                now={now}
                keyNumber={index >= 0 && index < 9 ? index + 1 : undefined}
                held={heldOf.get(ticket.order_id) ?? []}
                onTicket={onTicket}
                onItem={onItem}
              />
            </li>
          );
        })}
      </ul>
      {layout.pages > 1 && (
        <div className={styles.turns}>
          <Button isDisabled={layout.page === 0} onPress={() => turn(-1)} aria-label={words.previousPage}>
            ◀
          </Button>
          <p>
            {words.page(layout.page + 1, layout.pages)}
            {layout.later > 0 && <strong> · {words.hidden(layout.later)}</strong>}
          </p>
          <Button isDisabled={layout.page >= layout.pages - 1} onPress={() => turn(1)} aria-label={words.nextPage}>
            ▶
          </Button>
        </div>
      )}
    </div>
  );
}
