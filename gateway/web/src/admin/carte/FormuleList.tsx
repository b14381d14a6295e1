import type { Carte, Formule } from "../../api/types";
import { money } from "../../format/format";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { DataTable } from "../DataTable";
import { adminWords } from "../words";
import { AvailabilityButtons } from "./AvailabilityButtons";
import { carteWords } from "./words";

/** Set menus with their steps. */
export function FormuleList({ carte, onEdit }: { carte: Carte; onEdit: (formule?: Formule) => void }) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  return (
    <section className={styles.panel}>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => onEdit()}>
          {words.newFormule}
        </Button>
      </div>
      <DataTable
        caption={words.formules}
        rows={carte.formules}
        keyOf={({ formule_id }) => formule_id}
        columns={[
          { head: shared.name, cell: ({ name }) => name },
          {
            head: words.price,
            cell: ({ unit_price_cents }) => money(unit_price_cents, carte.currency),
            figure: true,
          },
          { head: words.steps, cell: ({ steps }) => steps.map(({ name }) => name).join(", ") },
          {
            head: words.availability,
            cell: (formule) => (
              <AvailabilityButtons kind="formule" id={formule.formule_id} name={formule.name} thing={formule} />
            ),
          },
          {
            head: shared.edit,
            cell: (formule) => (
              <Button aria-label={`${shared.edit} : ${formule.name}`} onPress={() => onEdit(formule)}>
                {shared.edit}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
