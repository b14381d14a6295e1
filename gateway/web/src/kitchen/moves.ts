import type { Order } from "../api/types";
import type { Board, Line, Step, Ticket } from "./types";

/** One touch: an item or a whole ticket goes a step on. Carries its key, so that it is never done twice. */
export type Move =
  | { kind: "item"; key: string; itemId: number; state: Step }
  | { kind: "ticket"; key: string; orderId: number; course: number; station: string; state: Step };

const ORDER = ["HELD", "SENT", "PREPARING", "READY", "SERVED"];

function isBehind(line: Line, state: Step): boolean {
  return ORDER.indexOf(line.state) < ORDER.indexOf(state);
}

/** The step that a touch on this item asks for; none once it is ready. */
export function nextOfItem(line: Pick<Line, "state">): "PREPARING" | "READY" | undefined {
  return line.state === "SENT" ? "PREPARING" : line.state === "PREPARING" ? "READY" : undefined;
}

/** The step that a touch on the ticket asks for: what is not begun is begun first, then all of it is ready, then gone. */
export function nextOfTicket(ticket: Pick<Ticket, "items">): Step {
  const states = ticket.items.map(({ state }) => state);
  return states.includes("SENT") ? "PREPARING" : states.includes("PREPARING") ? "READY" : "SERVED";
}

export function ticketId(ticket: Pick<Ticket, "order_id" | "course">): string {
  return `${ticket.order_id}-${ticket.course}`;
}

/** The board as it will be once the move has arrived; what is served leaves it. */
export function withMove(board: Board, move: Move): Board {
  const moved = (ticket: Ticket, line: Line) =>
    move.kind === "item"
      ? line.item_id === move.itemId
      : ticket.order_id === move.orderId && ticket.course === move.course && board.station === move.station;
  const tickets = board.tickets.map((ticket) => ({
    ...ticket,
    items: ticket.items
      .map((line) =>
        moved(ticket, line) && isBehind(line, move.state)
          ? { ...line, state: move.state, late: line.late && move.state === "PREPARING" }
          : line,
      )
      .filter(({ state }) => state !== "SERVED"),
  }));
  return { ...board, tickets: tickets.filter(({ items }) => items.length > 0) };
}

/** The board with the states that an order's event tells of its items; what is new to the board takes a read. */
export function withOrder(board: Board, order: Pick<Order, "order_id" | "items">): Board {
  const states = new Map(order.items.map(({ item_id, state }) => [item_id, state]));
  const tickets = board.tickets.map((ticket) =>
    ticket.order_id === order.order_id
      ? {
          ...ticket,
          items: ticket.items
            .map((line) => ({ ...line, state: states.get(line.item_id) ?? line.state }))
            .filter(({ state }) => state !== "SERVED" && state !== "VOIDED"),
        }
      : ticket,
  );
  return { ...board, tickets: tickets.filter(({ items }) => items.length > 0) };
}

/** What is still to be made, and what stands ready at the pass. */
export function apart(board: Board): { toMake: Ticket[]; ready: Ticket[] } {
  const isReady = ({ items }: Ticket) => items.every(({ state }) => state === "READY");
  return {
    toMake: board.tickets.filter((ticket) => !isReady(ticket)),
    ready: board.tickets.filter(isReady),
  };
}
