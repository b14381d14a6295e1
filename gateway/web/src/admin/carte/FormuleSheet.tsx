import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import type { Carte, Formule } from "../../api/types";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { TextField } from "../fields";
import { digitsOf, scaledOf } from "../numbers";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { FormuleEdit } from "../types";
import { useSave, type Write } from "../useSave";
import { adminWords } from "../words";
import { editOfFormule, formuleOf, NEW_FORMULE, NEW_STEP, typedFormule, type FormuleTyped } from "./formuleForm";
import { FormuleStep } from "./FormuleStep";
import { carteLabels } from "./labels";
import { PriceHistory } from "./PriceHistory";
import { Texts } from "./Texts";
import { TimedPrices } from "./TimedPrices";
import { carteWords } from "./words";

interface Props {
  carte: Carte;
  formule: Formule | undefined;
  onClose: () => void;
}

/** One set menu: its price, and what can be chosen step by step. */
export function FormuleSheet({ carte, formule, onClose }: Props) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  const digits = digitsOf(carte.currency);
  const [version, setVersion] = useState(formule?.version);
  const [typed, setTyped] = useState(() => (formule ? typedFormule(formule, digits, tag) : NEW_FORMULE));
  const change = (part: Partial<FormuleTyped>) => setTyped((known) => ({ ...known, ...part }));
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
    onClose();
  };
  const saving = useSave<FormuleEdit, Formule>((write) => send(formule?.formule_id, write), done);
  const languages = carte.languages.slice(1);
  return (
    <SaveForm
      title={formule?.name ?? words.newFormule}
      saving={saving}
      body={formuleOf(typed, digits)}
      version={version}
      editOf={editOfFormule}
      labels={carteLabels(tag)}
      onTake={(saved) => {
        setTyped(typedFormule(saved, digits, tag));
        setVersion(saved.version);
      }}
      onClose={onClose}
      more={
        formule && (
          <RemoveButton
            name={formule.name}
            send={(key) => remove(formule.formule_id, version ?? formule.version, key)}
            onRemoved={done}
          />
        )
      }
    >
      <TextField label={shared.name} value={typed.name} maxLength={120} onChange={(name) => change({ name })} />
      <TextField
        label={words.description}
        value={typed.description}
        maxLength={500}
        onChange={(description) => change({ description })}
      />
      <div className={styles.two}>
        <TextField
          label={words.price}
          value={typed.price}
          inputMode="decimal"
          hint={words.priceHint}
          wrong={typed.price !== "" && scaledOf(typed.price, digits) === undefined}
          onChange={(price) => change({ price })}
        />
        <TextField
          label={words.position}
          value={typed.position}
          inputMode="numeric"
          hint={words.positionHint}
          onChange={(position) => change({ position })}
        />
      </div>
      <Texts languages={languages} texts={typed.texts} described onChange={(texts) => change({ texts })} />
      {typed.steps.map((step, at) => (
        <FormuleStep
          key={at}
          number={at + 1}
          carte={carte}
          digits={digits}
          step={step}
          onChange={(changed) => change({ steps: typed.steps.map((each, index) => (index === at ? changed : each)) })}
          onRemove={() => change({ steps: typed.steps.filter((_, index) => index !== at) })}
        />
      ))}
      <Button onPress={() => change({ steps: [...typed.steps, NEW_STEP] })}>{words.addStep}</Button>
      <TimedPrices prices={typed.timed} digits={digits} onChange={(timed) => change({ timed })} />
      {formule && <PriceHistory kind="formules" id={formule.formule_id} currency={carte.currency} />}
    </SaveForm>
  );
}

function send(id: number | undefined, { body, key, ifMatch }: Write<FormuleEdit>): Promise<Formule> {
  const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
  return id === undefined
    ? answerOf(api.POST("/api/menu/formules", { params: { header }, body }))
    : answerOf(api.PUT("/api/menu/formules/{formule_id}", { params: { path: { formule_id: id }, header }, body }));
}

function remove(id: number, version: number, key: string): Promise<unknown> {
  const header = { "Idempotency-Key": key, "If-Match": `"v${version}"` };
  return answerOf(api.DELETE("/api/menu/formules/{formule_id}", { params: { path: { formule_id: id }, header } }));
}
