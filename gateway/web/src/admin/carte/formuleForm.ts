import type { Formule } from "../../api/types";
import { scaledOf, typedOf, wholeOf } from "../numbers";
import type { FormuleEdit } from "../types";
import { textsOf, timedOf, translationsOf, typedTimed, type Texts, type TimedTyped } from "./dishForm";

export interface StepTyped {
  name: string;
  texts: Texts;
  min: string;
  max: string;
  choices: { dishId: string; supplement: string }[];
}

export interface FormuleTyped {
  name: string;
  description: string;
  price: string;
  position: string;
  texts: Texts;
  timed: TimedTyped[];
  steps: StepTyped[];
}

export const NEW_STEP: StepTyped = { name: "", texts: {}, min: "1", max: "1", choices: [] };
export const NEW_FORMULE: FormuleTyped = {
  name: "",
  description: "",
  price: "",
  position: "",
  texts: {},
  timed: [],
  steps: [NEW_STEP],
};

/** What of a set menu its form changes. */
export function editOfFormule(formule: Formule): FormuleEdit {
  const { name, description, translations, unit_price_cents, timed_prices, position, steps } = formule;
  return {
    name,
    description,
    translations,
    unit_price_cents,
    timed_prices: timed_prices.map((price) => ({ ...price, from: price.from.slice(0, 5), to: price.to.slice(0, 5) })),
    position,
    steps,
  };
}

export function typedFormule(formule: Formule, digits: number, tag: "fr" | "en"): FormuleTyped {
  return {
    name: formule.name,
    description: formule.description,
    price: typedOf(formule.unit_price_cents, digits, tag),
    position: String(formule.position),
    texts: textsOf(formule.translations),
    timed: typedTimed(editOfFormule(formule).timed_prices ?? [], digits, tag),
    steps: formule.steps.map(({ name, translations, min, max, choices }) => ({
      name,
      texts: textsOf(translations ?? {}),
      min: String(min),
      max: String(max),
      choices: choices.map(({ dish_id, supplement_cents }) => ({
        dishId: String(dish_id),
        supplement: typedOf(supplement_cents ?? 0, digits, tag),
      })),
    })),
  };
}

function stepOf(typed: StepTyped, digits: number): FormuleEdit["steps"][number] | undefined {
  const min = wholeOf(typed.min, 0, 20);
  const max = wholeOf(typed.max, 1, 20);
  const choices = typed.choices.map(({ dishId, supplement }) => ({
    dish_id: Number(dishId),
    supplement_cents: scaledOf(supplement, digits) ?? Number.NaN,
  }));
  const whole = choices.length > 0 && choices.every(({ supplement_cents }) => supplement_cents >= 0);
  if (typed.name.trim() === "" || min === undefined || max === undefined || !whole) {
    return undefined;
  }
  return { name: typed.name.trim(), translations: translationsOf(typed.texts) ?? {}, min, max, choices };
}

/** What to send; undefined while something is missing or is no number. */
export function formuleOf(typed: FormuleTyped, digits: number): FormuleEdit | undefined {
  const price = scaledOf(typed.price, digits);
  const position = typed.position.trim() === "" ? null : wholeOf(typed.position, 0, 10_000);
  const timed = timedOf(typed.timed, digits);
  const steps = typed.steps.flatMap((step) => stepOf(step, digits) ?? []);
  const missing = [price, position, timed].includes(undefined) || steps.length < Math.max(1, typed.steps.length);
  if (missing || typed.name.trim() === "") {
    return undefined;
  }
  return {
    name: typed.name.trim(),
    description: typed.description.trim(),
    translations: translationsOf(typed.texts) ?? {},
    unit_price_cents: price ?? 0,
    timed_prices: timed ?? [],
    position: position ?? null,
    steps,
  };
}
