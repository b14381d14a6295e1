import { describe, expect, it } from "vitest";
import { dishOf, newDish, typedDish } from "./carte/dishForm";
import { differences } from "./differences";
import { digitsOf, scaledOf, typedOf, wholeOf } from "./numbers";

describe("an amount that is typed", () => {
  it("is read with a comma or a point, to the cent", () => {
    expect(["12,50", "12.5", " 12 ", "0,05"].map((text) => scaledOf(text, 2))).toEqual([1250, 1250, 1200, 5]);
  });

  it("is refused when it has more decimals than the currency, or is no number", () => {
    expect(["12,505", "", "-1", "1 000", "douze"].map((text) => scaledOf(text, 2))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(scaledOf("500", digitsOf("JPY"))).toBe(500);
  });

  it("is written as the language writes it, and read back the same", () => {
    expect(typedOf(1250, 2, "fr")).toBe("12,50");
    expect(typedOf(1250, 2, "en")).toBe("12.50");
    for (const cents of [0, 5, 1200, 1250, 999_999]) {
      expect(scaledOf(typedOf(cents, 2, "fr"), 2)).toBe(cents);
    }
  });

  it("that is a whole number keeps within its bounds", () => {
    expect([wholeOf("9", 0, 9), wholeOf("10", 0, 9), wholeOf("1,5", 0, 9)]).toEqual([9, undefined, undefined]);
  });
});

describe("a dish's form", () => {
  it("can't be saved without a name and a price", () => {
    expect(dishOf(newDish(1), 2)).toBeUndefined();
    expect(dishOf({ ...newDish(1), name: "Quenelle" }, 2)).toBeUndefined();
    expect(dishOf({ ...newDish(1), name: "Quenelle", price: "19,50" }, 2)?.unit_price_cents).toBe(1950);
  });

  it("sends what it read when nothing is touched, seconds included", () => {
    const dish = dishOf({ ...newDish(3), name: "Quenelle", price: "19,50", vat: rates("5,5") }, 2);
    expect(dish).toBeDefined();
    if (dish) {
      const withSeconds = { ...dish, target_seconds: 725, position: 4 };
      expect(dishOf(typedDish(withSeconds, 2, "fr"), 2, 725)).toEqual(withSeconds);
    }
  });

  it("can't be saved while a price by the hour is not whole", () => {
    const timed = [{ name: "Midi", days: ["MON"], from: "11:30", to: "14:30", price: "" }] as never;
    expect(dishOf({ ...newDish(1), name: "Quenelle", price: "19", timed }, 2)).toBeUndefined();
  });
});

const rates = (rate: string) => ({ DINE_IN: rate, TAKEAWAY: rate, DELIVERY: rate });

describe("what differs between two versions", () => {
  it("names the fields with both values", () => {
    expect(differences({ name: "Quenelle", price: 12 }, { name: "Quenelle", price: 15 })).toEqual([
      { field: "price", mine: "12", theirs: "15" },
    ]);
  });

  it("is nothing for another order of fields, or for empty instead of absent", () => {
    expect(differences({ vat: { a: 1, b: 2 }, text: "" }, { vat: { b: 2, a: 1 }, text: null })).toEqual([]);
    expect(differences({ list: [] }, {})).toEqual([]);
  });
});
