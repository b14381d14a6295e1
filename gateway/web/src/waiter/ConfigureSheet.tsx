import { useId, useState } from "react";
import { newKey } from "../api/client";
import type { Carte, Dish, Formule } from "../api/types";
import { descriptionOf, nameOf } from "../carte/carte";
import { money } from "../format/format";
import { useLanguage, type Language } from "../i18n/language";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { useNow } from "../ui/useNow";
import {
  isAnswered,
  isSettled,
  NOTHING_PICKED,
  pick,
  pickedOf,
  priceOf,
  stepsOfDish,
  stepsOfFormule,
  type Answers,
  type Step,
} from "./configure";
import styles from "./configure.module.css";
import type { Line } from "./draft";
import { Picks } from "./Picks";
import { Stepper } from "./Stepper";
import { allergenWords, words as waiterWords } from "./words";

const ALL_ALLERGENS = Object.keys(allergenWords.fr);
const COURSES = [0, 1, 2, 3, 4];

interface Props {
  carte: Carte;
  dishes: ReadonlyMap<number, Dish>;
  dish?: Dish;
  formule?: Formule;
  /** What is edited, if it was taken before. */
  line: Line | undefined;
  seats: number;
  /** What it is and what is in it comes first, the questions after it. */
  details: boolean;
  onDone: (line: Line) => void;
  onClose: () => void;
}

/** One question after the other, then quantity, seat, course and the rest; what is settled leads on by itself. */
export function ConfigureSheet({ carte, dishes, dish, formule, line, seats, details, onDone, onClose }: Props) {
  const words = useWords(waiterWords);
  const tag = useLanguage();
  const { timeZone } = usePerson();
  const now = new Date(useNow());
  const [answers, setAnswers] = useState<Answers>(() => (line ? answersOf(line, carte) : NOTHING_PICKED));
  const [at, setAt] = useState(details ? Number.MAX_SAFE_INTEGER : 0);
  const [rest, setRest] = useState<Line>(() => line ?? blank());

  const thing = dish ?? formule;
  if (!thing) {
    return null;
  }
  const steps = dish ? stepsOfDish(carte, dish) : formule ? stepsOfFormule(carte, formule, dishes, answers) : [];
  const step = steps[at];
  const unitCents = priceOf(thing, steps, answers, now, timeZone);
  const complete = steps.every((each) => isAnswered(each, answers));
  const available = thing.available;

  const choose = (id: number) => {
    if (!step) {
      return;
    }
    const next = pick(step, answers, id);
    setAnswers(next);
    if (isSettled(step, next)) {
      setAt(at + 1);
    }
  };

  const finish = () => {
    const { dishId: _, formuleId: __, ...others } = rest;
    onDone({
      ...others,
      ...(dish ? { dishId: dish.dish_id } : formule ? { formuleId: formule.formule_id } : {}),
      name: nameOf(thing, tag),
      unitCents,
      ...chosenIn(steps, answers, dishes, tag),
    });
  };

  const price = money(unitCents * rest.quantity, carte.currency);
  return (
    <Sheet title={nameOf(thing, tag)} onClose={onClose} dismissable={!step}>
      {step ? (
        <>
          <p className={styles.progress}>
            <strong>{questionOf(step, tag)}</strong>
            <span>{words.choose(limitsOf(step).min, limitsOf(step).max)}</span>
            <span>{words.stepOf(at + 1, steps.length + 1)}</span>
          </p>
          <Picks
            label={questionOf(step, tag)}
            picks={picksOf(step, dishes, tag, carte.currency, words.soldOut)}
            picked={pickedOf(answers, step)}
            onPick={choose}
          />
        </>
      ) : (
        <Rest thing={thing} dish={dish} rest={rest} seats={seats} onChange={setRest} />
      )}
      <div className={styles.actions}>
        {at > 0 && steps.length > 0 && (step ?? complete) && (
          <Button onPress={() => setAt(Math.min(at, steps.length) - 1)}>{words.back}</Button>
        )}
        {!step && !complete && available ? (
          <Button kind="primary" onPress={() => setAt(steps.findIndex((each) => !isAnswered(each, answers)))}>
            {words.toQuestions}
          </Button>
        ) : step ? (
          <Button kind="primary" isDisabled={!isAnswered(step, answers)} onPress={() => setAt(at + 1)}>
            {words.next}
          </Button>
        ) : (
          <Button kind="primary" isDisabled={!complete || !available} onPress={finish}>
            {available ? (line ? words.saveFor(price) : words.addFor(price)) : words.soldOut}
          </Button>
        )}
      </div>
    </Sheet>
  );
}

function Rest({
  thing,
  dish,
  rest,
  seats,
  onChange,
}: {
  thing: Dish | Formule;
  dish: Dish | undefined;
  rest: Line;
  seats: number;
  onChange: (rest: Line) => void;
}) {
  const words = useWords(waiterWords);
  const allergens = useWords(allergenWords);
  const tag = useLanguage();
  const noteId = useId();
  const [more, setMore] = useState(rest.allergies.length > 0);
  const description = descriptionOf(thing, tag);
  const within = dish?.allergens.filter((allergen) => rest.allergies.includes(allergen)) ?? [];
  return (
    <>
      {description && <p className={styles.description}>{description}</p>}
      {dish && (
        <p className={styles.allergens}>
          <strong>{words.allergens} : </strong>
          {dish.allergens.length === 0
            ? words.noAllergens
            : dish.allergens.map((each) => allergens[each as keyof typeof allergens] ?? each).join(", ")}
        </p>
      )}
      <div className={styles.pair}>
        <span className="field__label">{words.quantity}</span>
        <Stepper
          label={words.quantity}
          value={rest.quantity}
          min={1}
          max={99}
          less={words.oneLess(thing.name)}
          more={words.oneMore(thing.name)}
          onChange={(quantity) => onChange({ ...rest, quantity })}
        />
      </div>
      <div className="field">
        <span className="field__label">{words.seat}</span>
        <Picks
          dense
          label={words.seat}
          picks={[
            { id: 0, label: words.noSeat },
            ...Array.from({ length: Math.min(Math.max(seats, 1), 99) }, (_, index) => ({
              id: index + 1,
              label: String(index + 1),
            })),
          ]}
          picked={[rest.seat ?? 0]}
          onPick={(seat) => {
            const { seat: _, ...others } = rest;
            onChange(seat === 0 ? others : { ...others, seat });
          }}
        />
      </div>
      {dish && (
        <div className="field">
          <span className="field__label">{words.course}</span>
          <Picks
            dense
            label={words.course}
            picks={COURSES.map((id) => ({ id, label: String(id) }))}
            picked={[rest.course ?? dish.course]}
            onPick={(course) => onChange({ ...rest, course })}
          />
        </div>
      )}
      <Picks
        label={words.hold}
        picks={[{ id: 1, label: words.hold }]}
        picked={rest.hold ? [1] : []}
        onPick={() => onChange({ ...rest, hold: !rest.hold })}
      />
      <div className="field">
        <label className="field__label" htmlFor={noteId}>
          {words.note}
        </label>
        <input
          id={noteId}
          className="field__input"
          maxLength={200}
          value={rest.note}
          onChange={(event) => onChange({ ...rest, note: event.target.value })}
        />
      </div>
      {within.length > 0 && (
        <p className="notice notice--bad" role="alert">
          {words.warning(within.map((each) => allergens[each as keyof typeof allergens] ?? each).join(", "))}
        </p>
      )}
      {more ? (
        <div className="field">
          <span className="field__label">{words.allergies}</span>
          <Picks
            dense
            label={words.allergies}
            picks={ALL_ALLERGENS.map((id) => ({ id, label: allergens[id as keyof typeof allergens] }))}
            picked={rest.allergies}
            onPick={(id) =>
              onChange({
                ...rest,
                allergies: rest.allergies.includes(id)
                  ? rest.allergies.filter((each) => each !== id)
                  : [...rest.allergies, id],
              })
            }
          />
        </div>
      ) : (
        <Button onPress={() => setMore(true)}>{words.allergies}</Button>
      )}
    </>
  );
}

function blank(): Line {
  return {
    uid: newKey(),
    name: "",
    quantity: 1,
    options: [],
    optionNames: [],
    choices: [],
    note: "",
    hold: false,
    allergies: [],
    unitCents: 0,
  };
}

function limitsOf(step: Step): { min: number; max: number } {
  return step.kind === "options" ? step.group : step.step;
}

function questionOf(step: Step, tag: Language): string {
  if (step.kind === "choices") {
    return nameOf({ name: step.step.name, translations: step.step.translations ?? {} }, tag);
  }
  const question = nameOf(step.group, tag);
  return step.of === undefined ? question : `${nameOf(step.dish, tag)} : ${question}`;
}

function picksOf(step: Step, dishes: ReadonlyMap<number, Dish>, tag: Language, currency: string, soldOut: string) {
  const extra = (cents: number) => (cents > 0 ? { aside: `+ ${money(cents, currency)}` } : {});
  if (step.kind === "options") {
    return step.group.options.map((option) => ({
      id: option.option_id,
      label: nameOf(option, tag),
      ...extra(option.price_cents),
    }));
  }
  return step.step.choices.flatMap((choice) => {
    const dish = dishes.get(choice.dish_id);
    return dish
      ? [
          {
            id: choice.dish_id,
            label: nameOf(dish, tag),
            ...(dish.available ? extra(choice.supplement_cents ?? 0) : { aside: soldOut, disabled: true }),
          },
        ]
      : [];
  });
}

function chosenIn(
  steps: readonly Step[],
  answers: Answers,
  dishes: ReadonlyMap<number, Dish>,
  tag: Language,
): Pick<Line, "options" | "optionNames" | "choices"> {
  const optionsOf = (mine: (step: Step & { kind: "options" }) => boolean) =>
    steps
      .filter((step): step is Step & { kind: "options" } => step.kind === "options" && mine(step))
      .flatMap((step) => step.group.options.filter(({ option_id }) => pickedOf(answers, step).includes(option_id)));
  const own = optionsOf(({ of }) => of === undefined);
  const choices = steps.flatMap((step) =>
    step.kind === "choices"
      ? pickedOf(answers, step).map((dishId) => {
          const options = optionsOf(({ of, dish }) => of === step.index && dish.dish_id === dishId);
          const dish = dishes.get(dishId);
          return {
            dishId,
            name: dish ? nameOf(dish, tag) : "",
            options: options.map(({ option_id }) => option_id),
            optionNames: options.map((option) => nameOf(option, tag)),
          };
        })
      : [],
  );
  return {
    options: own.map(({ option_id }) => option_id),
    optionNames: own.map((option) => nameOf(option, tag)),
    choices,
  };
}

/** The answers that a line was made of, so that it can be edited. */
function answersOf(line: Line, carte: Carte): Answers {
  const picked: Record<string, number[]> = {};
  const put = (prefix: string, options: readonly number[]) => {
    for (const group of carte.option_groups) {
      const mine = options.filter((id) => group.options.some(({ option_id }) => option_id === id));
      if (mine.length > 0) {
        picked[`${prefix}o${group.option_group_id}`] = mine;
      }
    }
  };
  put("", line.options);
  const formule = carte.formules.find(({ formule_id }) => formule_id === line.formuleId);
  const left = [...line.choices];
  formule?.steps.forEach((step, index) => {
    const mine = left.filter(({ dishId }) => step.choices.some(({ dish_id }) => dish_id === dishId)).slice(0, step.max);
    mine.forEach((choice) => {
      left.splice(left.indexOf(choice), 1);
      put(`c${index}-${choice.dishId}-`, choice.options);
    });
    picked[`c${index}`] = mine.map(({ dishId }) => dishId);
  });
  return { picked };
}
