import { defineWords } from "../i18n/words";

const names: Record<"fr" | "en", Record<string, string>> = defineWords({
  fr: { CARD: "Carte bancaire", CASH: "Espèces", MEAL_VOUCHER: "Titres-restaurant", CHEQUE: "Chèques" },
  en: { CARD: "Card", CASH: "Cash", MEAL_VOUCHER: "Meal vouchers", CHEQUE: "Cheques" },
});

/** How a payment was made, in words. */
export function methodName(method: string, language: "fr" | "en"): string {
  return names[language][method] ?? method;
}

const losses: Record<"fr" | "en", Record<string, string>> = defineWords({
  fr: {
    VOID: "Annulations d'articles",
    DISCOUNT: "Remises",
    DISCOUNT_REMOVED: "Remises retirées",
    CANCELLATION: "Commandes annulées",
    CREDIT: "Avoirs",
    REPRINT: "Duplicatas",
  },
  en: {
    VOID: "Voids",
    DISCOUNT: "Discounts",
    DISCOUNT_REMOVED: "Discounts taken back",
    CANCELLATION: "Cancelled orders",
    CREDIT: "Credits",
    REPRINT: "Reprints",
  },
});

export function lossName(kind: string, language: "fr" | "en"): string {
  return losses[language][kind] ?? kind;
}
