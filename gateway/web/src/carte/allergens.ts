import type { Allergen } from "../api/types";
import { defineWords } from "../i18n/words";

/** The fourteen of Regulation (EU) 1169/2011, annex II. */
export const ALLERGENS = [
  "GLUTEN",
  "CRUSTACEANS",
  "EGGS",
  "FISH",
  "PEANUTS",
  "SOYBEANS",
  "MILK",
  "NUTS",
  "CELERY",
  "MUSTARD",
  "SESAME",
  "SULPHITES",
  "LUPIN",
  "MOLLUSCS",
] as const satisfies readonly Allergen[];

const names: Record<"fr" | "en", Record<string, string>> = defineWords({
  fr: {
    GLUTEN: "gluten",
    CRUSTACEANS: "crustacés",
    EGGS: "œufs",
    FISH: "poisson",
    PEANUTS: "arachides",
    SOYBEANS: "soja",
    MILK: "lait",
    NUTS: "fruits à coque",
    CELERY: "céleri",
    MUSTARD: "moutarde",
    SESAME: "sésame",
    SULPHITES: "sulfites",
    LUPIN: "lupin",
    MOLLUSCS: "mollusques",
  },
  en: {
    GLUTEN: "gluten",
    CRUSTACEANS: "crustaceans",
    EGGS: "eggs",
    FISH: "fish",
    PEANUTS: "peanuts",
    SOYBEANS: "soya",
    MILK: "milk",
    NUTS: "nuts",
    CELERY: "celery",
    MUSTARD: "mustard",
    SESAME: "sesame",
    SULPHITES: "sulphites",
    LUPIN: "lupin",
    MOLLUSCS: "molluscs",
  },
});

/** The allergen's name; its code where a newer server names one that is not known here. */
export function allergenName(allergen: string, language: "fr" | "en"): string {
  return names[language][allergen] ?? allergen;
}
