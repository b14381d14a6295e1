import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import type { Carte, OptionGroup } from "../../api/types";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { TextField } from "../fields";
import { digitsOf, scaledOf, typedOf, wholeOf } from "../numbers";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { OptionGroupEdit } from "../types";
import { useSave, type Write } from "../useSave";
import { adminWords } from "../words";
import { textsOf, translationsOf, type Texts as Typed } from "./dishForm";
import { carteLabels } from "./labels";
import { Texts } from "./Texts";
import { carteWords } from "./words";

interface GroupTyped {
  name: string;
  min: string;
  max: string;
  texts: Typed;
  options: { id: number | null; name: string; price: string; texts: Typed }[];
}

function editOf({ name, translations, min, max, options }: OptionGroup): OptionGroupEdit {
  return {
    name,
    translations,
    min,
    max,
    options: options.map((option) => ({
      option_id: option.option_id,
      name: option.name,
      translations: option.translations,
      price_cents: option.price_cents,
    })),
  };
}

function typedGroup(group: OptionGroup, digits: number, tag: "fr" | "en"): GroupTyped {
  return {
    name: group.name,
    min: String(group.min),
    max: String(group.max),
    texts: textsOf(group.translations),
    options: group.options.map((option) => ({
      id: option.option_id,
      name: option.name,
      price: typedOf(option.price_cents, digits, tag),
      texts: textsOf(option.translations),
    })),
  };
}

const NEW_OPTION = { id: null, name: "", price: "0", texts: {} };
const NEW: GroupTyped = { name: "", min: "0", max: "1", texts: {}, options: [NEW_OPTION] };

function groupOf(typed: GroupTyped, digits: number): OptionGroupEdit | undefined {
  const min = wholeOf(typed.min, 0, 100);
  const max = wholeOf(typed.max, 1, 100);
  const options = typed.options.map(({ id, name, price, texts }) => ({
    option_id: id,
    name: name.trim(),
    translations: translationsOf(texts) ?? {},
    price_cents: scaledOf(price, digits) ?? Number.NaN,
  }));
  const whole = options.length > 0 && options.every(({ name, price_cents }) => name !== "" && price_cents >= 0);
  if (typed.name.trim() === "" || min === undefined || max === undefined || !whole) {
    return undefined;
  }
  return { name: typed.name.trim(), translations: translationsOf(typed.texts) ?? {}, min, max, options };
}

interface Props {
  carte: Carte;
  group: OptionGroup | undefined;
  onClose: () => void;
}

/** One option group: how many are chosen, of which, at what supplement. */
export function GroupSheet({ carte, group, onClose }: Props) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  const digits = digitsOf(carte.currency);
  const [version, setVersion] = useState(group?.version);
  const [typed, setTyped] = useState(() => (group ? typedGroup(group, digits, tag) : NEW));
  const change = (part: Partial<GroupTyped>) => setTyped((known) => ({ ...known, ...part }));
  const changeOption = (at: number, part: Partial<GroupTyped["options"][number]>) =>
    change({ options: typed.options.map((option, index) => (index === at ? { ...option, ...part } : option)) });
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
    onClose();
  };
  const saving = useSave<OptionGroupEdit, OptionGroup>((write) => send(group?.option_group_id, write), done);
  const languages = carte.languages.slice(1);
  return (
    <SaveForm
      title={group?.name ?? words.newGroup}
      saving={saving}
      body={groupOf(typed, digits)}
      version={version}
      editOf={editOf}
      labels={carteLabels(tag)}
      onTake={(saved) => {
        setTyped(typedGroup(saved, digits, tag));
        setVersion(saved.version);
      }}
      onClose={onClose}
      more={
        group && (
          <RemoveButton
            name={group.name}
            send={(key) => remove(group.option_group_id, version ?? group.version, key)}
            onRemoved={done}
          />
        )
      }
    >
      <TextField label={shared.name} value={typed.name} maxLength={120} onChange={(name) => change({ name })} />
      <div className={styles.two}>
        <TextField label={words.min} value={typed.min} inputMode="numeric" onChange={(min) => change({ min })} />
        <TextField label={words.max} value={typed.max} inputMode="numeric" onChange={(max) => change({ max })} />
      </div>
      <Texts languages={languages} texts={typed.texts} described={false} onChange={(texts) => change({ texts })} />
      {typed.options.map((option, at) => (
        <fieldset key={at} className={styles.part}>
          <legend>
            {words.option} {at + 1}
          </legend>
          <div className={styles.two}>
            <TextField
              label={shared.name}
              value={option.name}
              maxLength={120}
              onChange={(name) => changeOption(at, { name })}
            />
            <TextField
              label={words.supplement}
              value={option.price}
              inputMode="decimal"
              wrong={scaledOf(option.price, digits) === undefined}
              onChange={(price) => changeOption(at, { price })}
            />
          </div>
          <Texts
            languages={languages}
            texts={option.texts}
            described={false}
            onChange={(texts) => changeOption(at, { texts })}
          />
          <Button onPress={() => change({ options: typed.options.filter((_, index) => index !== at) })}>
            {shared.remove}
          </Button>
        </fieldset>
      ))}
      <Button onPress={() => change({ options: [...typed.options, NEW_OPTION] })}>{words.addOption}</Button>
    </SaveForm>
  );
}

function send(id: number | undefined, { body, key, ifMatch }: Write<OptionGroupEdit>): Promise<OptionGroup> {
  const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
  const path = { option_group_id: id ?? 0 };
  return id === undefined
    ? answerOf(api.POST("/api/menu/option-groups", { params: { header }, body }))
    : answerOf(api.PUT("/api/menu/option-groups/{option_group_id}", { params: { path, header }, body }));
}

function remove(id: number, version: number, key: string): Promise<unknown> {
  const header = { "Idempotency-Key": key, "If-Match": `"v${version}"` };
  return answerOf(
    api.DELETE("/api/menu/option-groups/{option_group_id}", { params: { path: { option_group_id: id }, header } }),
  );
}
