import { priceNow } from "../carte/carte";
import type { Carte, Dish, Formule, OptionGroup } from "../api/types";

/** A question that the sheet asks before a dish or set menu can be ordered. */
export type Step =
  | {
      kind: "options";
      id: string;
      dish: Dish;
      /** Index into the choices of a set menu. */ of?: number;
      group: OptionGroup;
    }
  | { kind: "choices"; id: string; index: number; step: Formule["steps"][number] };

/** What was answered so far. */
export interface Answers {
  /** By step: options or dishes that were picked. */
  picked: Readonly<Record<string, readonly number[]>>;
}

export const NOTHING_PICKED: Answers = { picked: {} };

export function pickedOf(answers: Answers, step: Step): readonly number[] {
  return answers.picked[step.id] ?? [];
}

function groupsOf(carte: Carte, dish: Dish): OptionGroup[] {
  return dish.option_group_ids.flatMap((id) => carte.option_groups.filter((group) => group.option_group_id === id));
}

/** The questions of a dish: its option groups, in their order. */
export function stepsOfDish(carte: Carte, dish: Dish): Step[] {
  return groupsOf(carte, dish).map((group) => ({ kind: "options", id: `o${group.option_group_id}`, dish, group }));
}

/** The questions of a set menu: each step's dishes, and after them the options of those that were picked. */
export function stepsOfFormule(
  carte: Carte,
  formule: Formule,
  dishes: ReadonlyMap<number, Dish>,
  answers: Answers,
): Step[] {
  return formule.steps.flatMap((step, index) => {
    const choices: Step = { kind: "choices", id: `c${index}`, index, step };
    const options = pickedOf(answers, choices).flatMap((dishId) => {
      const dish = dishes.get(dishId);
      return dish
        ? groupsOf(carte, dish).map((group): Step => {
            return { kind: "options", id: `c${index}-${dishId}-o${group.option_group_id}`, dish, of: index, group };
          })
        : [];
    });
    return [choices, ...options];
  });
}

function limits(step: Step): { min: number; max: number } {
  return step.kind === "options" ? step.group : step.step;
}

export function isAnswered(step: Step, answers: Answers): boolean {
  const { min, max } = limits(step);
  const count = pickedOf(answers, step).length;
  return count >= min && count <= max;
}

/** Picks or takes back; where only one can be picked, another takes its place. */
export function pick(step: Step, answers: Answers, id: number): Answers {
  const before = pickedOf(answers, step);
  const { max } = limits(step);
  const next = before.includes(id)
    ? before.filter((each) => each !== id)
    : max === 1
      ? [id]
      : before.length < max
        ? [...before, id]
        : before;
  return { picked: { ...answers.picked, [step.id]: next } };
}

/** Whether a pick leaves nothing more to be said here, so that the next question may come by itself. */
export function isSettled(step: Step, answers: Answers): boolean {
  return limits(step).max === 1 && pickedOf(answers, step).length === 1;
}

/** What one costs: the dish or set menu at this hour, with options and supplements. */
export function priceOf(
  thing: Dish | Formule,
  steps: readonly Step[],
  answers: Answers,
  now: Date,
  timeZone: string,
): number {
  return steps.reduce(
    (sum, step) => {
      const picked = pickedOf(answers, step);
      const extra =
        step.kind === "options"
          ? step.group.options
              .filter(({ option_id }) => picked.includes(option_id))
              .map(({ price_cents }) => price_cents)
          : step.step.choices
              .filter(({ dish_id }) => picked.includes(dish_id))
              .map((choice) => choice.supplement_cents ?? 0);
      return extra.reduce((all, cents) => all + cents, sum);
    },
    priceNow(thing, now, timeZone),
  );
}
