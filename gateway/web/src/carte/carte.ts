import type { Carte, Dish, Formule, TimedPrice } from "../api/types";
import type { Language } from "../i18n/language";

interface Named {
  name: string;
  translations: Record<string, { name?: string; description?: string | null } | undefined>;
}

/** The name in the language of the screen, else as the carte was written. */
export function nameOf(thing: Named, language: Language): string {
  return thing.translations[language]?.name ?? thing.name;
}

/** The description in the language of the screen; empty if there is none. */
export function descriptionOf(thing: Named & { description: string }, language: Language): string {
  return thing.translations[language]?.description ?? thing.description;
}

const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** What a dish or set menu costs at this moment by the restaurant's clock; the server decides when it is ordered. */
export function priceNow(thing: Pick<Dish, "unit_price_cents" | "timed_prices">, now: Date, timeZone: string): number {
  const [day, clock] = dayAndClock(now, timeZone);
  return thing.timed_prices.find((price) => holds(price, day, clock))?.unit_price_cents ?? thing.unit_price_cents;
}

function holds({ days, from, to }: TimedPrice, day: number, clock: string): boolean {
  const on = (index: number) => (days as readonly string[]).includes(DAYS[(index + 7) % 7] ?? "");
  const begin = from.slice(0, 5);
  const end = to.slice(0, 5);
  if (begin < end) {
    return on(day) && clock >= begin && clock < end;
  }
  // Past midnight; the hours after it belong to the day on which it began.
  return (on(day) && clock >= begin) || (on(day - 1) && clock < end);
}

function dayAndClock(now: Date, timeZone: string): [day: number, clock: string] {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return [DAYS.indexOf(part("weekday").toUpperCase()), `${part("hour")}:${part("minute")}`];
}

/** Every dish of the carte by its number. */
export function dishesById(carte: Carte): ReadonlyMap<number, Dish> {
  return new Map(carte.categories.flatMap(({ dishes }) => dishes.map((dish) => [dish.dish_id, dish] as const)));
}

/** Whether a set menu can be had: it is on, and each of its steps still offers enough. */
export function isFormuleAvailable(formule: Formule, dishes: ReadonlyMap<number, Dish>): boolean {
  return (
    formule.available &&
    formule.steps.every(
      ({ min, choices }) => choices.filter(({ dish_id }) => dishes.get(dish_id)?.available).length >= Math.min(min, 1),
    )
  );
}

/** Without accents and capitals, as people type in a hurry. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/œ/gi, "oe")
    .toLowerCase();
}

/** Whether every word that was typed begins a word of the text. */
export function matches(text: string, typed: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((each) => words.some((word) => word.startsWith(each)));
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
