import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import type { Carte, Category } from "../../api/types";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { TextField } from "../fields";
import { wholeOf } from "../numbers";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { CategoryEdit } from "../types";
import { useSave, type Write } from "../useSave";
import { adminWords } from "../words";
import { textsOf, translationsOf } from "./dishForm";
import { carteLabels } from "./labels";
import { Texts } from "./Texts";
import { carteWords } from "./words";

type Saved = Pick<Category, "category_id" | "name" | "translations" | "position" | "version">;

const editOf = ({ name, translations, position }: Saved): CategoryEdit => ({ name, translations, position });

const typedOf = (category: Saved | undefined) => ({
  name: category?.name ?? "",
  position: category ? String(category.position) : "",
  texts: textsOf(category?.translations ?? {}),
});

/** Name and place of one category. */
export function CategorySheet({
  carte,
  category,
  onClose,
}: {
  carte: Carte;
  category: Category | undefined;
  onClose: () => void;
}) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  const [version, setVersion] = useState(category?.version);
  const [typed, setTyped] = useState(() => typedOf(category));
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: carteQuery.queryKey });
    onClose();
  };
  const saving = useSave<CategoryEdit, Saved>((write) => send(category?.category_id, write), done);
  const position = typed.position.trim() === "" ? null : wholeOf(typed.position, 0, 10_000);
  const body =
    typed.name.trim() === "" || position === undefined
      ? undefined
      : { name: typed.name.trim(), translations: translationsOf(typed.texts) ?? {}, position };
  const change = (part: Partial<typeof typed>) => setTyped((known) => ({ ...known, ...part }));
  return (
    <SaveForm
      title={category?.name ?? words.newCategory}
      saving={saving}
      body={body}
      version={version}
      editOf={editOf}
      labels={carteLabels(tag)}
      onTake={(saved) => {
        setTyped(typedOf(saved));
        setVersion(saved.version);
      }}
      onClose={onClose}
      more={
        category && (
          <RemoveButton
            name={category.name}
            send={(key) => remove(category.category_id, version ?? category.version, key)}
            onRemoved={done}
          />
        )
      }
    >
      <TextField label={shared.name} value={typed.name} maxLength={120} onChange={(name) => change({ name })} />
      <TextField
        label={words.position}
        value={typed.position}
        inputMode="numeric"
        hint={words.positionHint}
        onChange={(typedPosition) => change({ position: typedPosition })}
      />
      <Texts
        languages={carte.languages.slice(1)}
        texts={typed.texts}
        described={false}
        onChange={(texts) => change({ texts })}
      />
    </SaveForm>
  );
}

function send(id: number | undefined, { body, key, ifMatch }: Write<CategoryEdit>): Promise<Saved> {
  const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
  return id === undefined
    ? answerOf(api.POST("/api/menu/categories", { params: { header }, body }))
    : answerOf(api.PUT("/api/menu/categories/{category_id}", { params: { path: { category_id: id }, header }, body }));
}

function remove(id: number, version: number, key: string): Promise<unknown> {
  const header = { "Idempotency-Key": key, "If-Match": `"v${version}"` };
  return answerOf(api.DELETE("/api/menu/categories/{category_id}", { params: { path: { category_id: id }, header } }));
}
