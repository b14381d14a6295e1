import { defineWords } from "../../i18n/words";

export const settingsWords = defineWords({
  fr: {
    address: "Adresse",
    limit: "Remise sans la direction (%)",
    limitHint: "Ce qu'un serveur peut retirer d'une commande sans autorisation.",
    legalName: "Raison sociale",
    siret: "SIRET",
    currency: "Monnaie",
    timeZone: "Fuseau horaire",
    cutoff: "Le jour comptable change à",
    fixed: "Raison sociale, SIRET, monnaie, fuseau et heure de bascule restent tels qu'installés.",
    adminsOnly: "Seuls les administrateurs modifient l'établissement.",
  },
  en: {
    address: "Address",
    limit: "Discount without a manager (%)",
    limitHint: "What a waiter may take off an order without an approval.",
    legalName: "Legal name",
    siret: "SIRET",
    currency: "Currency",
    timeZone: "Time zone",
    cutoff: "The business day turns at",
    fixed: "Legal name, SIRET, currency, time zone and cut-off hour stay as they were set up.",
    adminsOnly: "Only administrators change the restaurant.",
  },
});
