import { useState } from "react";
import type { Carte, Dish } from "../../api/types";
import { matches } from "../../carte/carte";
import { stationName } from "../../carte/stations";
import { money } from "../../format/format";
import { useLanguage } from "../../i18n/language";
import { useWords } from "../../i18n/words";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { DataTable } from "../DataTable";
import { TextField } from "../fields";
import { adminWords } from "../words";
import { AvailabilityButtons } from "./AvailabilityButtons";
import { carteWords } from "./words";

/** Dishes by category, with what they cost and whether there are any. */
export function DishList({ carte, onEdit }: { carte: Carte; onEdit: (dish?: Dish) => void }) {
  const words = useWords(carteWords);
  const shared = useWords(adminWords);
  const tag = useLanguage();
  const [search, setSearch] = useState("");
  const found = carte.categories
    .map((category) => ({
      ...category,
      dishes: category.dishes.filter(({ name }) => search.trim() === "" || matches(name, search)),
    }))
    .filter(({ dishes }) => dishes.length > 0);
  return (
    <>
      <div className={styles.bar}>
        <TextField label={words.search} value={search} onChange={setSearch} />
        <Button kind="primary" isDisabled={carte.categories.length === 0} onPress={() => onEdit()}>
          {words.newDish}
        </Button>
      </div>
      {found.length === 0 && <p className="empty">{words.nothingFound}</p>}
      {found.map(({ category_id, name: category, dishes }) => (
        <section key={category_id} className={styles.panel}>
          <h2>{category}</h2>
          <DataTable
            caption={category}
            rows={dishes}
            keyOf={({ dish_id }) => dish_id}
            columns={[
              {
                head: shared.name,
                cell: (dish) => <span className={dish.available ? undefined : styles.struck}>{dish.name}</span>,
              },
              {
                head: words.price,
                cell: ({ unit_price_cents }) => money(unit_price_cents, carte.currency),
                figure: true,
              },
              { head: words.station, cell: ({ station }) => stationName(station, tag) },
              {
                head: words.availability,
                cell: (dish) => <AvailabilityButtons kind="dish" id={dish.dish_id} name={dish.name} thing={dish} />,
              },
              {
                head: shared.edit,
                cell: (dish) => (
                  <Button aria-label={`${shared.edit} : ${dish.name}`} onPress={() => onEdit(dish)}>
                    {shared.edit}
                  </Button>
                ),
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}
