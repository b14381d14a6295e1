import { language, type Language } from "../i18n/language";

/** The browser's own region when it speaks the language that was chosen, else that language's home. */
export function locale(of: Language = language()): string {
  const regional = (globalThis.navigator?.languages ?? []).find((tag) => tag.startsWith(`${of}-`));
  return regional ?? (of === "fr" ? "fr-FR" : "en-GB");
}

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known as T;
}

/** An amount in minor units, such as `12,50 €`. */
export function money(cents: number, currency: string): string {
  const tag = locale();
  const format = kept(`money ${tag} ${currency}`, () => new Intl.NumberFormat(tag, { style: "currency", currency }));
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(cents / 10 ** digits);
}

/** A rate in basis points, such as `5,5 %`. */
export function percent(basisPoints: number): string {
  const tag = locale();
  return kept(
    `percent ${tag}`,
    () => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 2 }),
  ).format(basisPoints / 10_000);
}

/** Hour and minute by the restaurant's clock. */
export function time(instant: string | number | Date, timeZone?: string): string {
  const tag = locale();
  return kept(
    `time ${tag} ${timeZone ?? ""}`,
    () => new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", timeZone }),
  ).format(new Date(instant));
}

/** A day such as `lundi 23 novembre 2026`, of a business date or a moment. */
export function day(date: string | Date, timeZone?: string): string {
  const tag = locale();
  const businessDate = typeof date === "string" && date.length === 10;
  const zone = businessDate ? "UTC" : timeZone;
  return kept(
    `day ${tag} ${zone ?? ""}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: "full", timeZone: zone }),
  ).format(new Date(date));
}

/** Whole minutes since then; never negative, whatever the device's clock says. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
}
