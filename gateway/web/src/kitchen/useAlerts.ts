import { useEffect, useRef } from "react";
import { ageOf } from "./age";
import { ticketId } from "./moves";
import { play } from "./sound";
import type { Ticket } from "./types";

/** Sounds when a ticket comes, and when one becomes late. What was there when the screen began is no news. */
export function useAlerts(tickets: Ticket[] | undefined, now: number): void {
  const known = useRef<{ items: Set<number>; late: Set<string> }>(undefined);
  useEffect(() => {
    if (!tickets) {
      return;
    }
    const items = new Set(tickets.flatMap((ticket) => ticket.items.map(({ item_id }) => item_id)));
    const late = new Set(tickets.filter((ticket) => ageOf(ticket, now).urgency === "late").map(ticketId));
    const before = known.current;
    known.current = { items, late };
    if (before && [...late].some((id) => !before.late.has(id))) {
      play("late");
    } else if (before && [...items].some((id) => !before.items.has(id))) {
      play("fresh");
    }
  }, [tickets, now]);
}
