import { NoAnswer, Problem } from "../problems/problem";
import { personIn, type Person } from "./person";

/**
 * `starting`: somebody was signed in here, and the server has not been asked yet. `confirmed`: there is a good access
 * token. `unconfirmed`: the server can't be reached; what is kept on the device may be used. `out`: nobody.
 */
export type SessionState =
  | { status: "starting" | "confirmed" | "unconfirmed"; person: Person }
  | { status: "out"; person?: undefined; reason?: "ended" };

interface Token {
  text: string;
  /** By this device's monotonic clock: its wall clock may be wrong. */
  expires: number;
}

interface Granted {
  access_token: string;
  expires_in: number;
}

type Message =
  { kind: "renewed"; token: string; lifetime: number; at: number } | { kind: "out"; reason: "ended" | undefined };

const PERSON = "brigade.person";
const LOCK = "brigade-session";
const SESSION = "/api/auth/session";

/** Renewed this long before the end, so that a few lost answers do no harm. */
const AHEAD_MS = 150_000;
/** A token that ends sooner than this is not sent any more. */
const MARGIN_MS = 5_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Who is signed in on this device. The access token is kept in memory only; the refresh token is in a cookie that no
 * script reads. Of several tabs one renews at a time, and tells the others.
 */
export class Session {
  #state: SessionState;
  #token: Token | undefined;
  #renewing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  readonly #listeners = new Set<() => void>();
  readonly #renewals = new Set<() => void>();
  readonly #tabs: BroadcastChannel | undefined =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("brigade-session");

  constructor() {
    const person = storedPerson();
    this.#state = person ? { status: "starting", person } : { status: "out" };
    this.#tabs?.addEventListener("message", (event: MessageEvent<Message>) => this.#hear(event.data));
  }

  /** Asks the server whether whoever was here still is. Never fails: without a network the session stays unconfirmed. */
  async start(): Promise<void> {
    globalThis.addEventListener("online", () => this.#renewQuietly());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#state.person && !this.#fresh(AHEAD_MS)) {
        this.#renewQuietly();
      }
    });
    if (this.#state.person) {
      await this.#renewed().catch(() => undefined);
    }
  }

  get state(): SessionState {
    return this.#state;
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  /** Tells of every new token, whoever is signed in. */
  onToken(tell: () => void): () => void {
    this.#renewals.add(tell);
    return () => this.#renewals.delete(tell);
  }

  /** Throws {@link Problem} for a wrong PIN or a locked code, {@link NoAnswer} without a network. */
  async signIn(staffCode: string, pin: string): Promise<Person> {
    const granted = await grant(SESSION, { staff_code: staffCode, pin });
    this.#accept(granted.access_token, granted.expires_in * 1000);
    this.#tell(granted);
    return personIn(granted.access_token);
  }

  /** Ends this browser's session, or all of the person's. Without a network only what is on this device. */
  async signOut(everywhere: boolean): Promise<void> {
    if (everywhere) {
      const answer = await this.fetch(
        new Request(new URL("/api/auth/sessions", location.origin), { method: "DELETE" }),
      );
      if (!answer.ok) {
        throw Problem.of(answer, await body(answer));
      }
    } else {
      await fetch(SESSION, { method: "DELETE" }).catch(() => undefined);
    }
    this.#leave(undefined);
    this.#tabs?.postMessage({ kind: "out", reason: undefined } satisfies Message);
  }

  /**
   * Sends a request as whoever is signed in, and once more with a new token when the first was refused. Throws
   * {@link NoAnswer} when there is no token and none can be had, and when somebody else than `as` is signed in by now.
   */
  async fetch(request: Request, as?: number): Promise<Response> {
    const again = request.clone();
    const token = await this.#tokenOf(as);
    const first = await send(request, token);
    if (first.status !== 401) {
      return first;
    }
    if (this.#token?.text === token) {
      this.#token = undefined;
    }
    return send(again, await this.#tokenOf(as));
  }

  async #tokenOf(staffId: number | undefined): Promise<string> {
    const token = await this.token();
    if (staffId !== undefined && personIn(token).staffId !== staffId) {
      throw new NoAnswer("somebody else is signed in");
    }
    return token;
  }

  /** A token that is good for a while, renewed if need be. */
  async token(): Promise<string> {
    if (!this.#fresh(MARGIN_MS)) {
      await this.#renewed();
    }
    if (!this.#token) {
      throw new Problem({ status: 401, code: "UNAUTHENTICATED" });
    }
    return this.#token.text;
  }

  #fresh(margin: number): boolean {
    return this.#token !== undefined && this.#token.expires - performance.now() > margin;
  }

  #renewQuietly(): void {
    void this.#renewed().catch(() => undefined);
  }

  /** One renewal at a time in this tab and, by the lock, in all of them. */
  #renewed(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<void> {
    if (this.#state.status === "out") {
      throw new Problem({ status: 401, code: "UNAUTHENTICATED" });
    }
    const before = this.#token;
    try {
      await inTurn(async () => {
        if (this.#token !== before && this.#fresh(AHEAD_MS)) {
          return; // another tab was faster
        }
        const granted = await grant(`${SESSION}/renew`, undefined);
        this.#accept(granted.access_token, granted.expires_in * 1000);
        this.#tell(granted);
      });
    } catch (failure) {
      this.#failed(failure);
      throw failure;
    }
  }

  #failed(failure: unknown): void {
    if (failure instanceof Problem && failure.status === 401) {
      this.#leave("ended");
      this.#tabs?.postMessage({ kind: "out", reason: "ended" } satisfies Message);
      return;
    }
    if (this.#state.person && !this.#fresh(MARGIN_MS)) {
      this.#change({ status: "unconfirmed", person: this.#state.person });
    }
    const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 30_000;
    this.#renewIn(wait * (0.75 + Math.random() / 2));
  }

  #accept(text: string, lifetime: number): void {
    const person = personIn(text);
    this.#token = { text, expires: performance.now() + lifetime };
    this.#failures = 0;
    this.#renewIn(Math.max(lifetime - AHEAD_MS, lifetime / 2));
    localStorage.setItem(PERSON, JSON.stringify(person));
    const known = this.#state.person;
    // The same object while nothing differs, so that a renewal draws nothing anew.
    this.#change({ status: "confirmed", person: known && same(known, person) ? known : person });
    this.#renewals.forEach((tell) => tell());
  }

  #leave(reason: "ended" | undefined): void {
    clearTimeout(this.#timer);
    this.#token = undefined;
    localStorage.removeItem(PERSON);
    this.#change(reason ? { status: "out", reason } : { status: "out" });
  }

  #renewIn(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#renewQuietly(), wait);
  }

  #tell(granted: Granted): void {
    this.#tabs?.postMessage({
      kind: "renewed",
      token: granted.access_token,
      lifetime: granted.expires_in * 1000,
      at: Date.now(),
    } satisfies Message);
  }

  #hear(message: Message): void {
    if (message.kind === "out") {
      this.#leave(message.reason);
    } else {
      this.#accept(message.token, message.lifetime - (Date.now() - message.at));
    }
  }

  #change(next: SessionState): void {
    if (next.status !== this.#state.status || next.person !== this.#state.person) {
      this.#state = next;
      this.#listeners.forEach((tell) => tell());
    }
  }
}

function same(one: Person, other: Person): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function storedPerson(): Person | undefined {
  const stored = globalThis.localStorage?.getItem(PERSON);
  return stored ? (JSON.parse(stored) as Person) : undefined;
}

async function send(request: Request, token: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${token}`);
  try {
    return await fetch(new Request(request, { headers }));
  } catch (failure) {
    throw new NoAnswer(failure);
  }
}

async function grant(path: string, request: unknown): Promise<Granted> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: "POST",
      // Long enough for a slow network, and short enough that the lock does not keep other tabs waiting for ever.
      signal: AbortSignal.timeout(20_000),
      ...(request === undefined
        ? {}
        : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(request) }),
    });
  } catch (failure) {
    throw new NoAnswer(failure);
  }
  if (!answer.ok) {
    throw Problem.of(answer, await body(answer));
  }
  return (await answer.json()) as Granted;
}

async function body(answer: Response): Promise<unknown> {
  return answer.json().catch(() => undefined);
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  // Browsers have locks in secure pages only; the one tab of an old one needs none.
  if (globalThis.navigator?.locks) {
    await navigator.locks.request(LOCK, work);
  } else {
    await work();
  }
}

export const session = new Session();
