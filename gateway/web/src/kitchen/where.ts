import { time } from "../format/format";
import type { kitchenWords } from "./words";

interface Placed {
  table_name?: string | null;
  service_mode: string;
  customer_name?: string | null;
  due_at?: string | null;
}

type Words = (typeof kitchenWords)["fr"];

/** Where it goes: the table, or who takes it away and when. */
export function placeOf(thing: Placed, words: Words): string {
  if (thing.table_name) {
    return words.table(thing.table_name);
  }
  return thing.customer_name ?? modeOf(thing, words);
}

/** What differs from eating in, and when it is wanted. */
export function modeOf(thing: Placed, words: Words): string {
  return thing.service_mode === "DELIVERY" ? words.delivery : thing.service_mode === "TAKEAWAY" ? words.takeaway : "";
}

export function wantedOf(thing: Placed, words: Words, timeZone: string): string {
  return thing.due_at ? words.wanted(time(thing.due_at, timeZone)) : "";
}
