import createClient from "openapi-fetch";
import { NoAnswer, Problem } from "../problems/problem";
import { session } from "../session/session";
import type { paths as MenuPaths } from "./generated/menu";
import type { paths as OrdersPaths } from "./generated/orders";
import type { paths as PaymentsPaths } from "./generated/payments";
import type { paths as StaffPaths } from "./generated/staff";

/** All calls of the four services, signed in, typed by their API documents. */
export const api = createClient<MenuPaths & OrdersPaths & PaymentsPaths & StaffPaths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  fetch: (request) => session.fetch(request),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body; throws {@link Problem} when it says no, {@link NoAnswer} when there is none. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answered(call);
  if (!response.ok) {
    throw Problem.of(response, error);
  }
  return data as T;
}

/** The same with status and headers. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call;
  } catch (failure) {
    throw failure instanceof Problem ? failure : new NoAnswer(failure);
  }
}

const ATTEMPTS = 4;

/**
 * A write that somebody waits for, sent again under the same key when no answer came. Throws {@link NoAnswer} when none
 * came at all: then nobody knows whether it was done, and what is shown has to be read again.
 */
export async function writeNow<T>(call: (key: string) => Promise<Answer<T>>): Promise<T> {
  const key = newKey();
  for (let attempt = 1; ; attempt++) {
    try {
      return await answerOf(call(key));
    } catch (failure) {
      const passing =
        failure instanceof NoAnswer ||
        (failure instanceof Problem && (failure.status >= 500 || failure.code === "REQUEST_IN_PROGRESS"));
      if (!passing || attempt === ATTEMPTS) {
        throw failure;
      }
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
    }
  }
}

/** A new Idempotency-Key, or a name for an order or item that this device makes. */
export function newKey(): string {
  return crypto.randomUUID();
}
