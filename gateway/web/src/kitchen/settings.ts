import { useSyncExternalStore } from "react";
import { isStation, type Station } from "../carte/stations";

/** What this screen on the wall was set to; kept on the device, whoever signs in. */
export interface ScreenSettings {
  station?: Station;
  sound: boolean;
  counts: boolean;
}

const KEY = "brigade.kitchen";
const listeners = new Set<() => void>();
let current = stored();

function stored(): ScreenSettings {
  const text = globalThis.localStorage?.getItem(KEY);
  const kept = (text ? JSON.parse(text) : {}) as Partial<ScreenSettings>;
  return {
    sound: kept.sound !== false,
    counts: kept.counts === true,
    ...(isStation(kept.station) ? { station: kept.station } : {}),
  };
}

export function setScreen(change: Partial<ScreenSettings>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  listeners.forEach((tell) => tell());
}

export function screen(): ScreenSettings {
  return current;
}

export function useScreen(): ScreenSettings {
  return useSyncExternalStore(subscribe, screen);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
