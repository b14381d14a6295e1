import { expect, test } from "vitest";
import { matches, nameOf, priceNow } from "./carte";

const dish = {
  unit_price_cents: 2650,
  timed_prices: [
    { name: "Midi", days: ["MON" as const], from: "11:30", to: "14:30", unit_price_cents: 2350 },
    { name: "Nuit", days: ["SAT" as const], from: "22:00", to: "02:00", unit_price_cents: 2950 },
  ],
};

const at = (utc: string) => priceNow(dish, new Date(utc), "Europe/Paris");

test("a timed price holds by the restaurant's clock, its end excluded", () => {
  expect(at("2026-11-23T10:29:00Z")).toBe(2650); // Monday, 11:29 in Paris
  expect(at("2026-11-23T10:30:00Z")).toBe(2350);
  expect(at("2026-11-23T13:29:00Z")).toBe(2350);
  expect(at("2026-11-23T13:30:00Z")).toBe(2650);
});

test("a price that runs past midnight belongs to the day on which it began", () => {
  expect(at("2026-11-21T22:30:00Z")).toBe(2950); // Saturday, 23:30
  expect(at("2026-11-22T00:30:00Z")).toBe(2950); // Sunday, 1:30
  expect(at("2026-11-21T00:30:00Z")).toBe(2650); // Saturday, 1:30: Friday's night
});

test("search forgives accents, capitals and half words", () => {
  expect(matches("Crème brûlée", "creme bru")).toBe(true);
  expect(matches("Œufs mimosa", "oeuf")).toBe(true);
  expect(matches("Entrecôte grillée", "côte")).toBe(false);
  expect(matches("Soupe à l'oignon gratinée", "soupe à l'oignon")).toBe(true);
  expect(matches("Soupe à l'oignon gratinée", "oignon, ")).toBe(true);
});

test("a name that is not translated is shown as the carte has it", () => {
  const named = { name: "Verre de Morgon", translations: { en: { name: "Glass of Morgon" } } };
  expect([nameOf(named, "en"), nameOf({ ...named, translations: {} }, "en")]).toEqual([
    "Glass of Morgon",
    "Verre de Morgon",
  ]);
});
