import type { ServerEvent, Topic } from "./events";

export type Liveness = "off" | "connecting" | "live" | "away";

export interface Listener {
  event(event: ServerEvent): void;
  /** Events may have passed unseen: read again what is shown. */
  reload(): void;
}

interface Message {
  id?: string | null;
  event_id?: string;
  type: string;
}

interface Options {
  url: () => string;
  token: () => Promise<string>;
  open?: (url: string, protocols: string[]) => WebSocket;
}

/** A network that says nothing for this long is asked whether it still works. Browsers don't show the server's pings. */
const QUIET_MS = 25_000;
const ANSWER_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;
const REMEMBERED = 2_000;

/**
 * The stream of events, without a gap: whenever the socket ends it comes back and asks for what it missed. Events come
 * once and in order. A new token opens a second socket first and leaves the old one when the new one holds.
 */
export class Connection {
  #socket: WebSocket | undefined;
  #opening: WebSocket | undefined;
  #topics: readonly Topic[] = [];
  #lastId: string | null = null;
  #liveness: Liveness = "off";
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;
  readonly #seen = new Set<string>();
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<() => void>();

  constructor(private readonly options: Options) {}

  get liveness(): Liveness {
    return this.#liveness;
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins, or changes what is listened to; new topics start with a reload. */
  open(topics: readonly Topic[]): void {
    const more = topics.some((topic) => !this.#topics.includes(topic));
    this.#topics = topics;
    if (this.#liveness === "off") {
      this.#is("connecting");
      this.#connect();
    } else if (more && this.#socket?.readyState === WebSocket.OPEN) {
      this.#ask(this.#socket);
      this.#listeners.forEach((listener) => listener.reload());
    }
  }

  /** For good, as when somebody signs out: what comes next begins anew. */
  close(): void {
    this.#generation++;
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    const sockets = [this.#socket, this.#opening];
    this.#socket = undefined;
    this.#opening = undefined;
    this.#lastId = null;
    this.#topics = [];
    this.#seen.clear();
    this.#is("off");
    sockets.forEach((socket) => this.#leave(socket));
  }

  /** There is a newer token: a second socket takes over before the first would be closed for its old one. */
  renew(): void {
    if (this.#liveness === "live") {
      this.#connect();
    }
  }

  /** The network is said to be back, or the screen is looked at again. */
  hurry(): void {
    if (this.#liveness === "away" && !this.#opening) {
      this.#attempts = 0;
      this.#connect();
    } else if (this.#liveness === "live" && this.#socket) {
      this.#check(this.#socket);
    }
  }

  #connect(): void {
    clearTimeout(this.#retry);
    const generation = this.#generation;
    this.options.token().then(
      (token) => {
        if (generation === this.#generation && !this.#opening) {
          this.#start(token);
        }
      },
      () => generation === this.#generation && this.#comeBack(),
    );
  }

  #start(token: string): void {
    const carrier = encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`);
    const open = this.options.open ?? ((url, protocols) => new WebSocket(url, protocols));
    const socket = open(this.options.url(), ["bearer-token-carrier", carrier]);
    this.#opening = socket;
    const tooSlow = setTimeout(() => this.#lost(socket), ANSWER_MS);
    socket.addEventListener("open", () => this.#ask(socket));
    socket.addEventListener("message", (event: MessageEvent<string>) => {
      clearTimeout(tooSlow);
      this.#hear(socket, JSON.parse(event.data) as Message);
    });
    socket.addEventListener("close", () => {
      clearTimeout(tooSlow);
      this.#lost(socket);
    });
  }

  #ask(socket: WebSocket): void {
    socket.send(JSON.stringify({ subscribe: this.#topics, last_event_id: this.#lastId }));
  }

  #hear(socket: WebSocket, message: Message): void {
    if (socket !== this.#socket && socket !== this.#opening) {
      return;
    }
    if (socket === this.#socket) {
      this.#watchFor(socket);
    }
    if (message.type === "subscribed") {
      this.#holds(socket, message.id ?? null);
    } else if (message.type === "snapshot_required") {
      this.#lastId = null;
      this.#listeners.forEach((listener) => listener.reload());
    } else if (message.event_id !== undefined) {
      this.#take(message as ServerEvent);
    }
    // Whatever a newer server tells beside is not for this page.
  }

  #holds(socket: WebSocket, id: string | null): void {
    const first = this.#lastId === null;
    this.#lastId ??= id;
    if (socket === this.#opening) {
      const former = this.#socket;
      this.#socket = socket;
      this.#opening = undefined;
      this.#leave(former);
      this.#attempts = 0;
      this.#watchFor(socket);
      this.#is("live");
      if (first) {
        // What was read before the subscription held may be older than it.
        this.#listeners.forEach((listener) => listener.reload());
      }
    }
  }

  #take(event: ServerEvent): void {
    this.#lastId = event.id;
    if (this.#seen.has(event.event_id)) {
      return;
    }
    this.#seen.add(event.event_id);
    if (this.#seen.size > REMEMBERED) {
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    }
    this.#listeners.forEach((listener) => listener.event(event));
  }

  #watchFor(socket: WebSocket): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#check(socket), QUIET_MS);
  }

  /** Asking for the subscription again is answered at once by a connection that works. */
  #check(socket: WebSocket): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lost(socket), ANSWER_MS);
    if (socket.readyState === WebSocket.OPEN) {
      this.#ask(socket);
    }
  }

  #lost(socket: WebSocket): void {
    if (socket === this.#opening) {
      this.#opening = undefined;
      this.#leave(socket);
      if (this.#socket) {
        return; // the old one still holds
      }
    } else if (socket === this.#socket) {
      this.#socket = undefined;
      clearTimeout(this.#watch);
      this.#leave(socket);
    } else {
      return;
    }
    this.#comeBack();
  }

  #comeBack(): void {
    if (this.#liveness === "off" || this.#socket) {
      return;
    }
    this.#is("away");
    const longest = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.#attempts++);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), longest * (0.5 + Math.random() / 2));
  }

  #leave(socket: WebSocket | undefined): void {
    if (socket && socket.readyState <= WebSocket.OPEN) {
      socket.close();
    }
  }

  #is(next: Liveness): void {
    if (this.#liveness !== next) {
      this.#liveness = next;
      this.#watchers.forEach((tell) => tell());
    }
  }
}
