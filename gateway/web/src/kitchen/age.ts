import type { Board, Line, Ticket } from "./types";

/** How a ticket stands against its target time. Without a target nothing is ever late. */
export type Urgency = "calm" | "soon" | "late";

/** From this share of the target time on, it is time to look. */
const SOON = 0.7;

export interface Age {
  urgency: Urgency;
  /** Since the item that waits longest was sent. */
  waitingSeconds: number;
  /** Past the target, of the item that is furthest over; 0 while nothing is. */
  overSeconds: number;
}

/** How much the server's clock is ahead of this device's, as one answer tells it. */
export function clockAhead(board: Board, receivedAt: number): number {
  const [ticket] = board.tickets;
  return ticket ? Date.parse(ticket.opened_at) + ticket.age_seconds * 1000 - receivedAt : 0;
}

export function ageOf(ticket: Ticket, now: number): Age {
  const open = ticket.items.filter(({ state }) => state === "SENT" || state === "PREPARING");
  const overs = open.map((line) => overOf(line, now));
  const over = Math.max(0, ...overs);
  return {
    urgency: over > 0 ? "late" : open.some((line) => isSoon(line, now)) ? "soon" : "calm",
    waitingSeconds: Math.max(0, Math.floor((now - Date.parse(ticket.sent_at)) / 1000)),
    overSeconds: Math.floor(over),
  };
}

/** Seconds past the target; negative before it. */
function overOf({ due_at }: Line, now: number): number {
  return due_at ? (now - Date.parse(due_at)) / 1000 : -Infinity;
}

function isSoon({ sent_at, target_seconds }: Line, now: number): boolean {
  return target_seconds != null && now - Date.parse(sent_at) >= target_seconds * 1000 * SOON;
}

/** Minutes and seconds such as `7:05`; from an hour on `1 h 05`. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)}`;
}
