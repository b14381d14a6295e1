import type { Carte } from "../../api/types";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { SelectField, TextField } from "../fields";
import { scaledOf } from "../numbers";
import { adminWords } from "../words";
import type { StepTyped } from "./formuleForm";
import { Texts } from "./Texts";
import { carteWords } from "./words";

interface Props {
  number: number;
  carte: Carte;
  digits: number;
  step: StepTyped;
  onChange: (step: StepTyped) => void;
  onRemove: () => void;
}

/** One step of a set menu: how many dishes, of which. */
export function FormuleStep({ number, carte, digits, step, onChange, onRemove }: Props) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const dishes = carte.categories.flatMap((category) =>
    category.dishes.map(({ dish_id, name }) => ({ value: String(dish_id), text: `${category.name} · ${name}` })),
  );
  const change = (part: Partial<StepTyped>) => onChange({ ...step, ...part });
  const changeChoice = (at: number, part: Partial<StepTyped["choices"][number]>) =>
    change({ choices: step.choices.map((choice, index) => (index === at ? { ...choice, ...part } : choice)) });
  return (
    <fieldset className={styles.part}>
      <legend>
        {words.step} {number}
      </legend>
      <div className={styles.two}>
        <TextField label={shared.name} value={step.name} maxLength={120} onChange={(name) => change({ name })} />
        <TextField label={words.min} value={step.min} inputMode="numeric" onChange={(min) => change({ min })} />
        <TextField label={words.max} value={step.max} inputMode="numeric" onChange={(max) => change({ max })} />
      </div>
      <Texts
        languages={carte.languages.slice(1)}
        texts={step.texts}
        described={false}
        onChange={(texts) => change({ texts })}
      />
      {step.choices.map((choice, at) => (
        <div key={at} className={styles.bar}>
          <SelectField
            label={words.dishes}
            value={choice.dishId}
            options={dishes}
            onChange={(dishId) => changeChoice(at, { dishId })}
          />
          <TextField
            label={words.supplement}
            value={choice.supplement}
            inputMode="decimal"
            wrong={scaledOf(choice.supplement, digits) === undefined}
            onChange={(supplement) => changeChoice(at, { supplement })}
          />
          <Button onPress={() => change({ choices: step.choices.filter((_, index) => index !== at) })}>
            {shared.remove}
          </Button>
        </div>
      ))}
      <div className={styles.row}>
        <Button
          isDisabled={dishes.length === 0}
          onPress={() => change({ choices: [...step.choices, { dishId: dishes[0]?.value ?? "", supplement: "0" }] })}
        >
          {words.addChoice}
        </Button>
        <Button onPress={onRemove}>{shared.remove}</Button>
      </div>
    </fieldset>
  );
}
