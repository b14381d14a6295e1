import { useSyncExternalStore } from "react";
import { screen } from "./settings";

/** Frequencies in Hz, one after another: a new ticket rises, a late one falls, so that they are told apart unseen. */
const TUNES = { fresh: [660, 880], late: [520, 390, 520, 390] } as const;
const NOTE_SECONDS = 0.16;

const listeners = new Set<() => void>();
let context: AudioContext | undefined;

function audio(): AudioContext {
  if (!context) {
    context = new AudioContext();
    context.addEventListener("statechange", () => listeners.forEach((tell) => tell()));
  }
  return context;
}

/** Browsers let a page sound only after somebody touched it. */
export function wakeSound(): void {
  void audio().resume();
}

/** Whether the browser still waits for a touch. */
export function useSoundBlocked(): boolean {
  return useSyncExternalStore(subscribe, () => audio().state !== "running");
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function play(tune: keyof typeof TUNES): void {
  if (!screen().sound || audio().state !== "running") {
    return;
  }
  const out = audio();
  TUNES[tune].forEach((frequency, index) => {
    const start = out.currentTime + index * NOTE_SECONDS;
    const tone = new OscillatorNode(out, { type: "triangle", frequency });
    const volume = new GainNode(out, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.5, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
    tone.connect(volume).connect(out.destination);
    tone.start(start);
    tone.stop(start + NOTE_SECONDS);
  });
}
