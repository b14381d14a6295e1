import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../i18n/words";
import { seesGroup } from "../../session/person";
import { usePerson } from "../../session/useSession";
import { Checks } from "../fields";
import { restaurantsQuery } from "../reads";
import { staffWords } from "./words";

/** The names of restaurants; by number those that the person at the desk does not oversee. */
export function useRestaurantName(): (id: number) => string {
  const own = useWords(staffWords);
  const restaurants = useQuery(restaurantsQuery).data;
  return (id) => restaurants?.find(({ restaurant_id }) => restaurant_id === id)?.name ?? own.restaurantNo(id);
}

/** Whose figures somebody sees beside their own restaurant's: for whoever sees others themselves. */
export function OverseesField({ chosen, onChange }: { chosen: number[]; onChange: (chosen: number[]) => void }) {
  const own = useWords(staffWords);
  const person = usePerson();
  const nameOf = useRestaurantName();
  const others = [...new Set([...(person.restaurantIds ?? []), ...chosen])]
    .filter((id) => id !== person.restaurantId)
    .sort((one, other) => one - other);
  if (!seesGroup(person)) {
    return null;
  }
  return (
    <Checks
      legend={own.oversees}
      options={others.map((id) => ({ value: id, text: nameOf(id) }))}
      chosen={chosen}
      onChange={(ids) => onChange(ids.sort((one, other) => one - other))}
    />
  );
}
