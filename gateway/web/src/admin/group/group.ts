import type { RestaurantDay } from "../types";

/** Restaurants that can be added up and compared, because they take the same money. */
export interface OfCurrency {
  currency: string;
  rows: readonly RestaurantDay[];
  takingsCents: number;
  salesCents: number;
  covers: number;
}

const sum = (rows: readonly RestaurantDay[], figure: (row: RestaurantDay) => number) =>
  rows.reduce((total, row) => total + figure(row), 0);

export function byCurrency(rows: readonly RestaurantDay[]): OfCurrency[] {
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => {
    const inIt = rows.filter((row) => row.currency === currency);
    return {
      currency,
      rows: inIt,
      takingsCents: sum(inIt, ({ takings_cents }) => takings_cents),
      salesCents: sum(inIt, ({ total_cents }) => total_cents),
      covers: sum(inIt, ({ covers }) => covers),
    };
  });
}

/** What tells restaurants apart: their names, and their ids where two have the same. */
export function namesOf(rows: readonly RestaurantDay[]): (row: RestaurantDay) => string {
  return ({ restaurant_id, name }) =>
    rows.some((other) => other.name === name && other.restaurant_id !== restaurant_id)
      ? `${name} (${restaurant_id})`
      : name;
}
