import { describe, expect, it } from "vitest";
import type { RestaurantDay } from "../types";
import { byCurrency, namesOf } from "./group";

const row = (restaurant_id: number, name: string, currency: string, takings_cents: number) =>
  ({ restaurant_id, name, currency, takings_cents, total_cents: takings_cents + 1, covers: 2 }) as RestaurantDay;

const rows = [row(1, "Marché", "EUR", 1000), row(2, "Gare", "EUR", 500), row(3, "Gare", "CHF", 700)];

describe("restaurants side by side", () => {
  it("are added up only within one currency", () => {
    expect(
      byCurrency(rows).map(({ currency, takingsCents, salesCents, covers }) => [
        currency,
        takingsCents,
        salesCents,
        covers,
      ]),
    ).toEqual([
      ["CHF", 700, 701, 2],
      ["EUR", 1500, 1502, 4],
    ]);
    expect(byCurrency([])).toEqual([]);
  });

  it("are told apart when two have the same name", () => {
    expect(rows.map(namesOf(rows))).toEqual(["Marché", "Gare (2)", "Gare (3)"]);
  });
});
