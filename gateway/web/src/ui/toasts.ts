import { useSyncExternalStore } from "react";
import { explain } from "../problems/problem";

export interface Toast {
  id: number;
  text: string;
  kind: "info" | "good" | "warn" | "bad";
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 6_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

/** Says something at the edge of the screen and to screen readers; what asks for a decision stays until it is taken. */
export function say(text: string, kind: Toast["kind"] = "info", action?: Toast["action"]): void {
  const id = ++lastId;
  // At most three, and nothing twice: the newest is what counts in a hurry.
  change([...toasts.filter((each) => each.text !== text), { id, text, kind, ...(action ? { action } : {}) }].slice(-3));
  if (!action) {
    setTimeout(() => dismiss(id), SHOWN_MS);
  }
}

/** Says why something did not work. */
export function sayFailure(failure: unknown): void {
  say(explain(failure), "bad");
}

export function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
