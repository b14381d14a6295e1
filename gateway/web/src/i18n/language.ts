import { useSyncExternalStore } from "react";

export type Language = "fr" | "en";

const KEY = "brigade.language";
const listeners = new Set<() => void>();
let current: Language = chosen() ?? ofBrowser();

function chosen(): Language | undefined {
  const stored = globalThis.localStorage?.getItem(KEY);
  return stored === "fr" || stored === "en" ? stored : undefined;
}

/** French unless the browser asks for English before French: the staff of a French house may use any browser. */
function ofBrowser(): Language {
  const first = (globalThis.navigator?.languages ?? []).find((tag) => /^(fr|en)\b/.test(tag));
  return first?.startsWith("en") ? "en" : "fr";
}

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  globalThis.localStorage?.setItem(KEY, next);
  applyLanguage();
  listeners.forEach((tell) => tell());
}

/** Tells the page's language to browsers and screen readers. */
export function applyLanguage(): void {
  document.documentElement.lang = current;
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
