import { newKey } from "../api/client";
import { Problem } from "../problems/problem";
import { addWrite, allWrites, changeWrites } from "./store";
import type { Write } from "./write";

export type NewWrite = Omit<Write, "seq" | "key" | "takenAt" | "attempts" | "refusal" | "staffId">;

interface Options {
  /** Who is signed in and can be sent for; nobody while the session is not confirmed. */
  sender: () => number | undefined;
  send: (request: Request, staffId: number) => Promise<Response>;
  /** Told of every answer that said yes, before the write is forgotten. */
  done: (write: Write, answer: unknown) => void;
  origin: string;
}

const LOCK = "brigade-outbox";
const CHANNEL = "brigade-outbox";
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** The same request may be sent again: nobody has decided anything about it. */
function isPassing(problem: Problem): boolean {
  return (
    problem.status >= 500 || problem.status === 429 || problem.status === 401 || problem.code === "REQUEST_IN_PROGRESS"
  );
}

/**
 * What was taken on this device and has to reach the server: kept on the disk first, then sent in order, one at a time,
 * each with its own Idempotency-Key until an answer comes. Of several tabs one sends. A write that the server refuses
 * waits, with all later ones of the same order, until somebody decides; other orders go on.
 */
export class Outbox {
  #writes: readonly Write[] = [];
  #isRead = false;
  #sending = false;
  #again = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #tabs: BroadcastChannel | undefined =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(CHANNEL);

  constructor(private readonly options: Options) {
    this.#tabs?.addEventListener("message", () => void this.#read());
  }

  /** What waits, of everybody, in order. */
  get writes(): readonly Write[] {
    return this.#writes;
  }

  /** False until it is known what waits: nobody is told that everything is sent before. */
  get isRead(): boolean {
    return this.#isRead;
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  async start(): Promise<void> {
    await this.#read();
    this.flush();
  }

  /** Resolves as soon as nothing can lose it any more; sending begins at once. */
  async take(staffId: number, write: NewWrite): Promise<void> {
    await addWrite({ ...write, staffId, key: newKey(), takenAt: new Date().toISOString(), attempts: 0 });
    await this.#changed();
    this.flush();
  }

  /** Sends what can be sent, now rather than later. Several calls are one. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    void inTurn(() => this.#sendAll()).finally(() => {
      this.#sending = false;
      if (this.#again) {
        this.#again = false;
        this.flush();
      }
    });
  }

  /** Forgets a write and, when it would have placed the order, all that depends on it. Answers what was forgotten. */
  async drop(write: Write): Promise<Write[]> {
    const dropped: Write[] = [];
    await changeWrites((each) => {
      if (each.seq !== write.seq && !(write.said.what === "place" && each.subject === write.subject)) {
        return each;
      }
      dropped.push(each);
      return undefined;
    });
    await this.#changed();
    this.flush();
    return dropped;
  }

  /** Sends a refused write once more, changed: another request, and so under a new key. */
  async retry(write: Write, change: Partial<Pick<Write, "path" | "body" | "method" | "said">> = {}): Promise<void> {
    await changeWrites((each) => {
      if (each.seq !== write.seq) {
        return each;
      }
      const { refusal: _, ...rest } = each;
      return { ...rest, ...change, key: newKey(), attempts: 0 };
    });
    await this.#changed();
    this.flush();
  }

  /** What was to become an order of its own goes onto one that is there already. */
  async addTo(write: Write, orderId: number): Promise<void> {
    const own = `/api/orders/${write.subject}`;
    const theirs = `/api/orders/${orderId}`;
    await changeWrites((each) => {
      if (each.subject !== write.subject) {
        return each;
      }
      const { refusal: _, ...rest } = each;
      const moved = { ...rest, subject: String(orderId), attempts: 0, key: newKey() };
      return each.seq === write.seq
        ? { ...moved, path: `${theirs}/items`, body: { items: each.body?.items ?? [] }, said: asAddition(each) }
        : { ...moved, path: each.path.replace(own, theirs) };
    });
    await this.#changed();
    this.flush();
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      // Read anew each time: another tab, or a decision, may have changed what waits.
      await this.#read();
      const sender = this.options.sender();
      const next = sender === undefined ? undefined : firstToSend(this.#writes, sender);
      if (!next || sender === undefined || !(await this.#send(next, sender))) {
        return;
      }
    }
  }

  /** Whether there is an answer; without one all that follows waits, too. */
  async #send(write: Write, sender: number): Promise<boolean> {
    try {
      const answer = await this.options.send(this.#request(write), sender);
      const body: unknown = await answer.json().catch(() => undefined);
      if (!answer.ok) {
        throw Problem.of(answer, body);
      }
      this.#failures = 0;
      this.options.done(write, body);
      await changeWrites((each) => (each.seq === write.seq ? undefined : each));
    } catch (failure) {
      if (!(failure instanceof Problem) || isPassing(failure)) {
        await this.#later(write, failure);
        return false;
      }
      const { status, code, detail, current } = failure;
      await this.#update(write, { refusal: { status, code, detail, current } });
    }
    await this.#changed();
    return true;
  }

  async #later(write: Write, failure: unknown): Promise<void> {
    await this.#update(write, { attempts: write.attempts + 1 });
    await this.#changed();
    const asked = failure instanceof Problem && failure.retryAfter !== undefined ? failure.retryAfter * 1000 : 0;
    const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 30_000;
    this.#timer = setTimeout(() => this.flush(), Math.max(asked, wait * (0.75 + Math.random() / 2)));
  }

  async #update(write: Write, change: Partial<Write>): Promise<void> {
    await changeWrites((each) => (each.seq === write.seq ? { ...each, ...change } : each));
  }

  #request(write: Write): Request {
    return new Request(new URL(write.path, this.options.origin), {
      method: write.method,
      headers: { "Idempotency-Key": write.key, ...(write.body ? { "Content-Type": "application/json" } : {}) },
      ...(write.body ? { body: JSON.stringify(write.body) } : {}),
    });
  }

  async #changed(): Promise<void> {
    await this.#read();
    this.#tabs?.postMessage("changed");
  }

  async #read(): Promise<void> {
    this.#writes = await allWrites();
    this.#isRead = true;
    this.#listeners.forEach((tell) => tell());
  }
}

/** The oldest write of theirs that waits behind none of the same subject. */
function firstToSend(writes: readonly Write[], staffId: number): Write | undefined {
  const held = new Set<string>();
  return writes.find((write) => {
    const free = !write.refusal && write.staffId === staffId && !held.has(write.subject);
    held.add(write.subject);
    return free;
  });
}

function asAddition(write: Write): Write["said"] {
  return write.said.what === "place" ? { what: "add", table: write.said.table, items: write.said.items } : write.said;
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (globalThis.navigator?.locks) {
    await navigator.locks.request(LOCK, work);
  } else {
    await work();
  }
}
