import { useSyncExternalStore } from "react";

const KEY = "brigade.till";
const listeners = new Set<() => void>();
let current = globalThis.localStorage?.getItem(KEY) ?? "Caisse 1";

/** What a till may be called: as the API has it. */
const NAME = /^[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ ._-]{0,39}$/;

export function isTillName(name: string): boolean {
  return NAME.test(name);
}

export function tillName(): string {
  return current;
}

/** Kept on this device: the drawer stands under it, whoever is signed in. */
export function setTillName(name: string): void {
  current = name;
  globalThis.localStorage?.setItem(KEY, name);
  listeners.forEach((tell) => tell());
}

export function useTillName(): string {
  return useSyncExternalStore(subscribe, tillName);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
