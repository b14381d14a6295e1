import { locale } from "../format/format";
import type { Problem } from "../problems/problem";

/** The API takes no more in one payment, refund or movement. */
const MOST_CENTS = 10_000_000;

/** Cents of what was typed, such as `12,50`, `12.5` or `12 €`; undefined when it is no amount. */
export function centsOf(typed: string): number | undefined {
  const match = /^(\d{0,6})(?:[.,](\d{0,2}))?€?$/.exec(typed.replace(/\s/g, ""));
  if (!match || !/\d/.test(typed)) {
    return undefined;
  }
  const cents = Number(match[1] ?? "") * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return cents <= MOST_CENTS ? cents : undefined;
}

/** What somebody would type for an amount, with the comma or point of the screen's language. */
export function typedOf(cents: number): string {
  return `${Math.floor(cents / 100)}${decimalSign()}${String(cents % 100).padStart(2, "0")}`;
}

export function decimalSign(): string {
  return new Intl.NumberFormat(locale()).format(0.5).includes(",") ? "," : ".";
}

/** A key of the pad: a digit, `,` or `⌫`. What would make no amount changes nothing. */
export function withKey(typed: string, key: string): string {
  if (key === "⌫") {
    return typed.slice(0, -1);
  }
  const next = typed + (key === "," ? decimalSign() : key);
  return centsOf(next) === undefined && next !== decimalSign() ? typed : next;
}

/** The most that the server would have taken, where its refusal says so: "Take at most 2500 cents …". */
export function mostIn(problem: Problem): number | undefined {
  const match = /at most (\d+) cents/.exec(problem.detail);
  return match ? Number(match[1]) : undefined;
}
