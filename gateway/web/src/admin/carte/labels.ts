import { adminWords } from "../words";
import { carteWords } from "./words";

/** Names of the fields of things on the carte, as people know them. */
export function carteLabels(tag: "fr" | "en"): Record<string, string> {
  const words = carteWords[tag];
  return {
    name: adminWords[tag].name,
    category_id: words.category,
    description: words.description,
    translations: words.translations,
    unit_price_cents: words.price,
    timed_prices: words.timedPrices,
    vat_rates_bp: words.vat,
    station: words.station,
    course: words.course,
    allergens: words.allergens,
    target_seconds: words.target,
    option_group_ids: words.optionGroups,
    position: words.position,
    min: words.min,
    max: words.max,
    options: words.options,
    steps: words.steps,
  };
}
