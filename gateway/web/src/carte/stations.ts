import { defineWords } from "../i18n/words";

export const STATIONS = ["HOT", "COLD", "BAR", "PASTRY"] as const;
export type Station = (typeof STATIONS)[number];

export function isStation(text: unknown): text is Station {
  return (STATIONS as readonly unknown[]).includes(text);
}

const names: Record<"fr" | "en", Record<string, string>> = defineWords({
  fr: { HOT: "Chaud", COLD: "Froid", BAR: "Bar", PASTRY: "Pâtisserie" },
  en: { HOT: "Hot", COLD: "Cold", BAR: "Bar", PASTRY: "Pastry" },
});

/** What the kitchen calls a station. */
export function stationName(station: string, language: "fr" | "en"): string {
  return names[language][station] ?? station;
}
