import { useSyncExternalStore } from "react";
import type { Person } from "./person";
import { session, type SessionState } from "./session";

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, () => session.state);
}

/** Who is signed in; for screens that are only shown to somebody. */
export function usePerson(): Person {
  const { person } = useSession();
  if (!person) {
    throw new Error("This screen is for people who are signed in.");
  }
  return person;
}
