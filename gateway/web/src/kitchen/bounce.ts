/** Wet fingers touch twice. */
const SAME_MS = 500;
/** What stood behind a ticket that left is not meant by the same blow. */
const AFTER_TICKET_MS = 350;

/** Tells a touch that is meant from the echo of the last one. */
export class Bounce {
  #last: { target: string; at: number; ticket: boolean } | undefined;

  isMeant(target: string, ticket: boolean, now: number): boolean {
    const last = this.#last;
    const waits = last === undefined ? 0 : last.target === target ? SAME_MS : last.ticket ? AFTER_TICKET_MS : 0;
    if (last !== undefined && now - last.at < waits) {
      return false;
    }
    this.#last = { target, at: now, ticket };
    return true;
  }
}
