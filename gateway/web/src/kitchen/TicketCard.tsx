import { Button } from "react-aria-components";
import { usePerson } from "../session/useSession";
import { useWords } from "../i18n/words";
import { ageOf, clock, type Age } from "./age";
import { ItemRow } from "./ItemRow";
import styles from "./kitchen.module.css";
import { nextOfTicket } from "./moves";
import type { Line, Ticket } from "./types";
import { modeOf, placeOf, wantedOf } from "./where";
import { kitchenWords } from "./words";

interface Props {
  ticket: Ticket;
  now: number;
  /** The key that bumps it, 1 to 9; none further on. */
  keyNumber: number | undefined;
  /** Courses of the order that are still held. */
  held: readonly number[];
  onTicket: (ticket: Ticket) => void;
  onItem: (line: Line) => void;
}

/** What one station makes of one course of one order. */
export function TicketCard({ ticket, now, keyNumber, held, onTicket, onItem }: Props) {
  const words = useWords(kitchenWords);
  const { timeZone } = usePerson();
  const age = ageOf(ticket, now);
  const place = placeOf(ticket, words);
  const next = nextOfTicket(ticket);
  const verb = next === "PREPARING" ? words.startTicket : next === "READY" ? words.finishTicket : words.goTicket;
  const facts = [
    words.course(ticket.course),
    modeOf(ticket, words),
    wantedOf(ticket, words, timeZone),
    ticket.covers == null ? "" : words.covers(ticket.covers),
    ticket.waiter_name,
  ];
  return (
    <article className={styles.ticket} data-urgency={age.urgency} aria-label={place}>
      <header className={styles.ticketHead}>
        <h2 className={styles.place}>{place}</h2>
        <AgeTold age={age} />
        <p className={styles.facts}>{facts.filter(Boolean).join(" · ")}</p>
        <Button className={styles.bump} onPress={() => onTicket(ticket)} aria-label={`${verb} : ${place}`}>
          {keyNumber !== undefined && (
            <kbd className={styles.key} aria-hidden="true">
              {keyNumber}
            </kbd>
          )}
          {verb}
        </Button>
      </header>
      <ul className={styles.items}>
        {ticket.items.map((line) => (
          <ItemRow key={line.item_id} line={line} onTouch={onItem} />
        ))}
      </ul>
      {held.length > 0 && (
        <p className={styles.held}>
          <span aria-hidden="true">‖ </span>
          {words.heldLater(held.map((course) => words.course(course)).join(", "))}
        </p>
      )}
    </article>
  );
}

const SIGNS = { calm: "", soon: "▲ ", late: "‼ " } as const;

function AgeTold({ age }: { age: Age }) {
  const words = useWords(kitchenWords);
  const waiting = clock(age.waitingSeconds);
  const over = clock(age.overSeconds);
  return (
    <p className={styles.age}>
      <span aria-hidden="true">
        {SIGNS[age.urgency]}
        {waiting}
        {age.urgency === "late" && ` (${words.overBy(over)})`}
      </span>
      <span className="visually-hidden">
        {words.waitingSpoken(waiting)}
        {age.urgency === "late" && `, ${words.overSpoken(over)}`}
        {age.urgency === "soon" && `, ${words.soon}`}
      </span>
    </p>
  );
}
