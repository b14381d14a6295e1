import { useSyncExternalStore } from "react";

const EVERY_MS = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();

setInterval(() => {
  now = Date.now();
  listeners.forEach((tell) => tell());
}, EVERY_MS);

/** The time of day, for ages that are shown in minutes; one clock for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => now,
  );
}
