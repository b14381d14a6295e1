import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "brigade.theme";
const listeners = new Set<() => void>();
const dark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

let chosen: Theme = stored();

function stored(): Theme {
  const value = globalThis.localStorage?.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}

export function theme(): Theme {
  return chosen;
}

export function setTheme(next: Theme): void {
  chosen = next;
  localStorage.setItem(KEY, next);
  applyTheme();
  listeners.forEach((tell) => tell());
}

/** Sets the page's colours, and goes on following the system. */
export function applyTheme(): void {
  const isDark = chosen === "system" ? dark?.matches : chosen === "dark";
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute("content", getComputedStyle(document.documentElement).getPropertyValue("--ground").trim());
}

dark?.addEventListener("change", applyTheme);

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
