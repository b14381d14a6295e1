import { useSyncExternalStore } from "react";
import type { Plan } from "./plan";

const KEY = "brigade.till.plans";
const listeners = new Set<() => void>();
let plans: Readonly<Record<number, Plan>> = stored();

function stored(): Readonly<Record<number, Plan>> {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(KEY) ?? "{}") as Record<number, Plan>;
  } catch {
    return {};
  }
}

/** Keeps how a bill is split, over a reload too; undefined: it is not split any more. */
export function setPlan(orderId: number, plan: Plan | undefined): void {
  const { [orderId]: _, ...others } = plans;
  plans = plan ? { ...others, [orderId]: plan } : others;
  globalThis.sessionStorage?.setItem(KEY, JSON.stringify(plans));
  listeners.forEach((tell) => tell());
}

export function planFor(orderId: number): Plan | undefined {
  return plans[orderId];
}

export function usePlan(orderId: number): Plan | undefined {
  return useSyncExternalStore(subscribe, () => plans[orderId]);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
