import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTopics } from "../../app/live";
import { carteQuery } from "../../app/reads";
import type { Carte, Category, Dish, Formule, OptionGroup } from "../../api/types";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { adminWords } from "../words";
import { CategoryList } from "./CategoryList";
import { CategorySheet } from "./CategorySheet";
import { DishList } from "./DishList";
import { DishSheet } from "./DishSheet";
import { FilePanel } from "./FilePanel";
import { FormuleList } from "./FormuleList";
import { FormuleSheet } from "./FormuleSheet";
import { GroupList } from "./GroupList";
import { GroupSheet } from "./GroupSheet";
import { carteWords } from "./words";

const TABS = ["dishes", "categories", "options", "formules", "file"] as const;
type Tab = (typeof TABS)[number];

/** What is being edited; without a thing a new one. */
type Editing =
  | { kind: "dish"; of?: Dish }
  | { kind: "category"; of?: Category }
  | { kind: "group"; of?: OptionGroup }
  | { kind: "formule"; of?: Formule };

/** The carte's editor. */
export function CarteScreen() {
  const words = useWords(adminWords);
  const own = useWords(carteWords);
  useTopics("menu");
  const carte = useQuery(carteQuery);
  const [tab, setTab] = useState<Tab>("dishes");
  const [editing, setEditing] = useState<Editing>();
  return (
    <AdminFrame title={words.carte}>
      <div className={styles.tabs} role="group" aria-label={words.carte}>
        {TABS.map((each) => (
          <Button key={each} aria-pressed={tab === each} onPress={() => setTab(each)}>
            {own[each]}
          </Button>
        ))}
      </div>
      <Answer of={carte}>
        {(read) => (
          <>
            <Lists tab={tab} carte={read.carte} onEdit={setEditing} />
            {editing && <Editor editing={editing} carte={read.carte} onClose={() => setEditing(undefined)} />}
          </>
        )}
      </Answer>
    </AdminFrame>
  );
}

function Lists({ tab, carte, onEdit }: { tab: Tab; carte: Carte; onEdit: (editing: Editing) => void }) {
  switch (tab) {
    case "dishes":
      return <DishList carte={carte} onEdit={(of) => onEdit({ kind: "dish", ...(of ? { of } : {}) })} />;
    case "categories":
      return <CategoryList carte={carte} onEdit={(of) => onEdit({ kind: "category", ...(of ? { of } : {}) })} />;
    case "options":
      return <GroupList carte={carte} onEdit={(of) => onEdit({ kind: "group", ...(of ? { of } : {}) })} />;
    case "formules":
      return <FormuleList carte={carte} onEdit={(of) => onEdit({ kind: "formule", ...(of ? { of } : {}) })} />;
    case "file":
      return <FilePanel />;
  }
}

function Editor({ editing, carte, onClose }: { editing: Editing; carte: Carte; onClose: () => void }) {
  switch (editing.kind) {
    case "dish":
      return <DishSheet carte={carte} dish={editing.of} onClose={onClose} />;
    case "category":
      return <CategorySheet carte={carte} category={editing.of} onClose={onClose} />;
    case "group":
      return <GroupSheet carte={carte} group={editing.of} onClose={onClose} />;
    case "formule":
      return <FormuleSheet carte={carte} formule={editing.of} onClose={onClose} />;
  }
}
