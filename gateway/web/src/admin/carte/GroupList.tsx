import type { Carte, OptionGroup } from "../../api/types";
import { money } from "../../format/format";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { DataTable } from "../DataTable";
import { adminWords } from "../words";
import { carteWords } from "./words";

/** Option groups with what can be chosen in them. */
export function GroupList({ carte, onEdit }: { carte: Carte; onEdit: (group?: OptionGroup) => void }) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const told = ({ name, price_cents }: OptionGroup["options"][number]) =>
    price_cents > 0 ? `${name} (+${money(price_cents, carte.currency)})` : name;
  return (
    <section className={styles.panel}>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => onEdit()}>
          {words.newGroup}
        </Button>
      </div>
      <DataTable
        caption={words.options}
        rows={carte.option_groups}
        keyOf={({ option_group_id }) => option_group_id}
        columns={[
          { head: shared.name, cell: ({ name }) => name },
          { head: words.min, cell: ({ min }) => min, figure: true },
          { head: words.max, cell: ({ max }) => max, figure: true },
          { head: words.choices, cell: ({ options }) => options.map(told).join(", ") },
          {
            head: shared.edit,
            cell: (group) => (
              <Button aria-label={`${shared.edit} : ${group.name}`} onPress={() => onEdit(group)}>
                {shared.edit}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
