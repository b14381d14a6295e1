import type { Dish } from "../../api/types";
import type { Station } from "../../carte/stations";
import { scaledOf, typedOf, wholeOf } from "../numbers";
import type { DishEdit, TimedPriceEdit } from "../types";

type Language = "fr" | "en";
export type Texts = Record<string, { name: string; description: string }>;

export interface TimedTyped extends Omit<TimedPriceEdit, "unit_price_cents"> {
  price: string;
}

/** A dish as it is being typed: amounts and numbers are text until they are saved. */
export interface DishTyped {
  categoryId: string;
  name: string;
  description: string;
  price: string;
  vat: Record<string, string>;
  station: Station;
  course: string;
  targetMinutes: string;
  position: string;
  allergens: DishEdit["allergens"];
  optionGroupIds: number[];
  timed: TimedTyped[];
  texts: Texts;
}

export const MODES = ["DINE_IN", "TAKEAWAY", "DELIVERY"] as const;
export const DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;

export function newDish(categoryId: number): DishTyped {
  return {
    categoryId: String(categoryId),
    name: "",
    description: "",
    price: "",
    vat: { DINE_IN: "10", TAKEAWAY: "10", DELIVERY: "10" },
    station: "HOT",
    course: "2",
    targetMinutes: "",
    position: "",
    allergens: [],
    optionGroupIds: [],
    timed: [],
    texts: {},
  };
}

export function textsOf(translations: Dish["translations"]): Texts {
  return Object.fromEntries(
    Object.entries(translations).map(([language, text]) => [
      language,
      { name: text.name, description: text.description ?? "" },
    ]),
  );
}

/** What was typed of the other languages; one without a name is none. */
export function translationsOf(texts: Texts): DishEdit["translations"] {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, { name }]) => name.trim() !== "")
      .map(([language, { name, description }]) => [language, { name: name.trim(), description: description.trim() }]),
  );
}

export function typedDish(
  dish: Omit<DishEdit, "position"> & { position?: number | null },
  digits: number,
  tag: Language,
): DishTyped {
  return {
    categoryId: String(dish.category_id),
    name: dish.name,
    description: dish.description ?? "",
    price: typedOf(dish.unit_price_cents, digits, tag),
    vat: Object.fromEntries(MODES.map((mode) => [mode, typedOf(dish.vat_rates_bp[mode] ?? 0, 2, tag)])),
    station: dish.station as Station,
    course: String(dish.course),
    targetMinutes: dish.target_seconds == null ? "" : typedOf(dish.target_seconds / 60, 0, tag),
    position: dish.position == null ? "" : String(dish.position),
    allergens: dish.allergens,
    optionGroupIds: dish.option_group_ids ?? [],
    timed: typedTimed(dish.timed_prices ?? [], digits, tag),
    texts: textsOf(dish.translations ?? {}),
  };
}

export function typedTimed(prices: readonly TimedPriceEdit[], digits: number, tag: Language): TimedTyped[] {
  return prices.map(({ unit_price_cents, from, to, ...price }) => ({
    ...price,
    from: from.slice(0, 5),
    to: to.slice(0, 5),
    price: typedOf(unit_price_cents, digits, tag),
  }));
}

/** The prices by the hour; undefined while one of them can't be saved. */
export function timedOf(typed: readonly TimedTyped[], digits: number): TimedPriceEdit[] | undefined {
  const prices = typed.map(({ price, ...rest }) => ({ ...rest, unit_price_cents: scaledOf(price, digits) }));
  const whole = ({ unit_price_cents, name, days, from, to }: (typeof prices)[number]) =>
    unit_price_cents !== undefined && name.trim() !== "" && days.length > 0 && from !== "" && to !== "";
  return prices.every(whole) ? (prices as TimedPriceEdit[]) : undefined;
}

/** What to send; undefined while something is missing or is no number. */
export function dishOf(typed: DishTyped, digits: number, seconds?: number | null): DishEdit | undefined {
  const price = scaledOf(typed.price, digits);
  const rates = MODES.map((mode) => [mode, scaledOf(typed.vat[mode] ?? "", 2)] as const);
  const course = wholeOf(typed.course, 0, 9);
  const minutes = typed.targetMinutes.trim() === "" ? null : wholeOf(typed.targetMinutes, 1, 1440);
  const position = typed.position.trim() === "" ? null : wholeOf(typed.position, 0, 10_000);
  const timed = timedOf(typed.timed, digits);
  const missing = [price, course, minutes, position, timed, ...rates.map(([, rate]) => rate)].includes(undefined);
  if (missing || typed.name.trim() === "") {
    return undefined;
  }
  // Minutes are what is typed; seconds that were not touched stay to the second.
  const untouched = seconds != null && Math.round(seconds / 60) === minutes;
  return {
    category_id: Number(typed.categoryId),
    name: typed.name.trim(),
    description: typed.description.trim(),
    translations: translationsOf(typed.texts) ?? {},
    unit_price_cents: price ?? 0,
    timed_prices: timed ?? [],
    vat_rates_bp: Object.fromEntries(rates) as DishEdit["vat_rates_bp"],
    station: typed.station,
    course: course ?? 0,
    allergens: typed.allergens,
    target_seconds: minutes == null ? null : untouched ? seconds : minutes * 60,
    option_group_ids: typed.optionGroupIds,
    position: position ?? null,
  };
}

/** What of a dish its form changes. */
export function editOfDish(dish: Dish): DishEdit {
  const { category_id, name, description, translations, unit_price_cents, timed_prices, vat_rates_bp } = dish;
  const { station, course, allergens, target_seconds, option_group_ids, position } = dish;
  return {
    category_id,
    name,
    description,
    translations,
    unit_price_cents,
    timed_prices: timed_prices.map((price) => ({ ...price, from: price.from.slice(0, 5), to: price.to.slice(0, 5) })),
    vat_rates_bp,
    station,
    course,
    allergens,
    target_seconds: target_seconds ?? null,
    option_group_ids,
    position,
  };
}
