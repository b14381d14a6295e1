import type { Carte, Category } from "../../api/types";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { DataTable } from "../DataTable";
import { adminWords } from "../words";
import { carteWords } from "./words";

/** Categories in their order. */
export function CategoryList({ carte, onEdit }: { carte: Carte; onEdit: (category?: Category) => void }) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  return (
    <section className={styles.panel}>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => onEdit()}>
          {words.newCategory}
        </Button>
      </div>
      <DataTable
        caption={words.categories}
        rows={carte.categories}
        keyOf={({ category_id }) => category_id}
        columns={[
          { head: shared.name, cell: ({ name }) => name },
          { head: words.position, cell: ({ position }) => position, figure: true },
          { head: words.dishes, cell: ({ dishes }) => words.dishCount(dishes.length) },
          {
            head: shared.edit,
            cell: (category) => (
              <Button aria-label={`${shared.edit} : ${category.name}`} onPress={() => onEdit(category)}>
                {shared.edit}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
