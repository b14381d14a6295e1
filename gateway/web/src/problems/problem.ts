import { language, type Language } from "../i18n/language";
import { defineWords } from "../i18n/words";
import { problemWords } from "./words";

const words = defineWords({
  fr: {
    offline: "Pas de réseau. Réessayez quand la connexion est revenue.",
    unknown: "Cela n'a pas fonctionné.",
    locked: (seconds: number) => `Ce code est bloqué encore ${seconds} s.`,
    reference: (id: string) => `Référence : ${id}`,
  },
  en: {
    offline: "No network. Try again when the connection is back.",
    unknown: "That did not work.",
    locked: (seconds: number) => `This code is locked for another ${seconds} s.`,
    reference: (id: string) => `Reference: ${id}`,
  },
});

interface ProblemDocument {
  status: number;
  code: string;
  detail?: string;
  trace_id?: string;
  errors?: readonly { field: string; message: string }[];
  current?: unknown;
}

/** An answer that says no (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly traceId: string | undefined;
  readonly errors: readonly { field: string; message: string }[];
  /** The thing as it is now, where that helps. */
  readonly current: unknown;
  /** Seconds to wait, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(document: ProblemDocument, retryAfter?: number) {
    super(`${document.code}: ${document.detail ?? ""}`);
    this.name = "Problem";
    this.status = document.status;
    this.code = document.code;
    this.detail = document.detail ?? "";
    this.traceId = document.trace_id;
    this.errors = document.errors ?? [];
    this.current = document.current;
    this.retryAfter = retryAfter;
  }

  /** Of a response that is no problem document, too: a proxy on the way may have answered. */
  static of(response: Response, body: unknown): Problem {
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    const document = isProblemDocument(body) ? body : { status: response.status, code: `HTTP_${response.status}` };
    return new Problem({ ...document, status: response.status }, Number.isFinite(seconds) ? seconds : undefined);
  }
}

/** The request did not get through, or its answer did not: nobody knows whether it had an effect. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super("no answer", { cause });
    this.name = "NoAnswer";
  }
}

function isProblemDocument(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}

/** Words for whoever holds the device; the server's own words only where we have none. */
export function explain(failure: unknown, tag: Language = language()): string {
  const say = words[tag];
  if (failure instanceof NoAnswer) {
    return say.offline;
  }
  if (failure instanceof Problem) {
    if (failure.code === "SIGN_IN_LOCKED" && failure.retryAfter !== undefined) {
      return say.locked(failure.retryAfter);
    }
    const known = problemWords[failure.code]?.[tag] ?? (failure.detail || say.unknown);
    return failure.status >= 500 && failure.traceId ? `${known} ${say.reference(failure.traceId)}` : known;
  }
  return say.unknown;
}
