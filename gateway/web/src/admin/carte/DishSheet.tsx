import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import type { Carte, Dish } from "../../api/types";
import { ALLERGENS, allergenName } from "../../carte/allergens";
import { STATIONS, stationName } from "../../carte/stations";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { Checks, SelectField, TextField } from "../fields";
import { digitsOf, scaledOf, wholeOf } from "../numbers";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { DishEdit } from "../types";
import { useSave, type Write } from "../useSave";
import { adminWords } from "../words";
import { dishOf, editOfDish, MODES, newDish, typedDish, type DishTyped } from "./dishForm";
import { carteLabels } from "./labels";
import { PriceHistory } from "./PriceHistory";
import { Texts } from "./Texts";
import { TimedPrices } from "./TimedPrices";
import { carteWords } from "./words";

interface Props {
  carte: Carte;
  /** Undefined for a new one. */
  dish: Dish | undefined;
  onClose: () => void;
}

/** Everything of one dish but whether there is some of it. */
export function DishSheet({ carte, dish, onClose }: Props) {
  const words = useWords(carteWords);
  const tag = useLanguage();
  const digits = digitsOf(carte.currency);
  const [version, setVersion] = useState(dish?.version);
  const [typed, setTyped] = useState(() =>
    dish ? typedDish(editOfDish(dish), digits, tag) : newDish(carte.categories[0]?.category_id ?? 0),
  );
  const saving = useSave<DishEdit, Dish>(
    (write) => send(dish?.dish_id, write),
    () => {
      void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
      onClose();
    },
  );
  return (
    <SaveForm
      title={dish?.name ?? words.newDish}
      saving={saving}
      body={dishOf(typed, digits, dish?.target_seconds)}
      version={version}
      editOf={editOfDish}
      labels={carteLabels(tag)}
      onTake={(saved) => {
        setTyped(typedDish(editOfDish(saved), digits, tag));
        setVersion(saved.version);
      }}
      onClose={onClose}
      more={dish && <Remove dish={dish} version={version} onRemoved={onClose} />}
    >
      <DishFields
        carte={carte}
        digits={digits}
        typed={typed}
        onChange={(part) => setTyped((known) => ({ ...known, ...part }))}
      />
      {dish && <PriceHistory kind="dishes" id={dish.dish_id} currency={carte.currency} />}
    </SaveForm>
  );
}

function send(dishId: number | undefined, { body, key, ifMatch }: Write<DishEdit>): Promise<Dish> {
  const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
  return dishId === undefined
    ? answerOf(api.POST("/api/menu/dishes", { params: { header }, body }))
    : answerOf(api.PUT("/api/menu/dishes/{dish_id}", { params: { path: { dish_id: dishId }, header }, body }));
}

function Remove({ dish, version, onRemoved }: { dish: Dish; version: number | undefined; onRemoved: () => void }) {
  const remove = (key: string) =>
    answerOf(
      api.DELETE("/api/menu/dishes/{dish_id}", {
        params: {
          path: { dish_id: dish.dish_id },
          header: { "Idempotency-Key": key, "If-Match": `"v${version ?? dish.version}"` },
        },
      }),
    );
  return (
    <RemoveButton
      name={dish.name}
      send={remove}
      onRemoved={() => {
        void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
        onRemoved();
      }}
    />
  );
}

interface FieldsProps {
  carte: Carte;
  digits: number;
  typed: DishTyped;
  onChange: (part: Partial<DishTyped>) => void;
}

function DishFields({ carte, digits, typed, onChange }: FieldsProps) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  return (
    <>
      <TextField label={shared.name} value={typed.name} maxLength={120} onChange={(name) => onChange({ name })} />
      <TextField
        label={words.description}
        value={typed.description}
        maxLength={500}
        onChange={(description) => onChange({ description })}
      />
      <div className={styles.two}>
        <TextField
          label={words.price}
          value={typed.price}
          inputMode="decimal"
          hint={words.priceHint}
          wrong={typed.price !== "" && scaledOf(typed.price, digits) === undefined}
          onChange={(price) => onChange({ price })}
        />
        <SelectField
          label={words.category}
          value={typed.categoryId}
          options={carte.categories.map(({ category_id, name }) => ({ value: String(category_id), text: name }))}
          onChange={(categoryId) => onChange({ categoryId })}
        />
        <SelectField
          label={words.station}
          value={typed.station}
          options={STATIONS.map((station) => ({ value: station, text: stationName(station, tag) }))}
          onChange={(station) => onChange({ station })}
        />
        <SelectField
          label={words.course}
          value={typed.course}
          options={Array.from({ length: 10 }, (_, n) => ({ value: String(n), text: words.courses(n) }))}
          onChange={(course) => onChange({ course })}
        />
        <TextField
          label={words.target}
          value={typed.targetMinutes}
          inputMode="numeric"
          hint={words.targetHint}
          wrong={typed.targetMinutes !== "" && wholeOf(typed.targetMinutes, 1, 1440) === undefined}
          onChange={(targetMinutes) => onChange({ targetMinutes })}
        />
        <TextField
          label={words.position}
          value={typed.position}
          inputMode="numeric"
          hint={words.positionHint}
          onChange={(position) => onChange({ position })}
        />
        {MODES.map((mode) => (
          <TextField
            key={mode}
            label={words[mode]}
            value={typed.vat[mode] ?? ""}
            inputMode="decimal"
            wrong={scaledOf(typed.vat[mode] ?? "", 2) === undefined}
            onChange={(rate) => onChange({ vat: { ...typed.vat, [mode]: rate } })}
          />
        ))}
      </div>
      <Checks
        legend={words.allergens}
        options={ALLERGENS.map((allergen) => ({ value: allergen, text: allergenName(allergen, tag) }))}
        chosen={typed.allergens}
        onChange={(allergens) => onChange({ allergens: allergens })}
      />
      {carte.option_groups.length > 0 && (
        <Checks
          legend={words.optionGroups}
          options={carte.option_groups.map(({ option_group_id, name }) => ({ value: option_group_id, text: name }))}
          chosen={typed.optionGroupIds}
          onChange={(optionGroupIds) => onChange({ optionGroupIds })}
        />
      )}
      <TimedPrices prices={typed.timed} digits={digits} onChange={(timed) => onChange({ timed })} />
      <Texts
        languages={carte.languages.slice(1)}
        texts={typed.texts}
        described
        onChange={(texts) => onChange({ texts })}
      />
    </>
  );
}
