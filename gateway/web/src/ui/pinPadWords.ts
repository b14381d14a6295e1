import { defineWords } from "../i18n/words";

export const pinPadWords = defineWords({
  fr: {
    erase: "Effacer",
    code: "Code du responsable",
    pin: "PIN du responsable",
    next: "Suite",
    approve: "Accorder",
    approvalTitle: "Accord d'un responsable",
    needsNetwork: "Un accord demande le réseau : réessayez quand il est revenu.",
    wait: (seconds: number) => `Code bloqué : attendez encore ${seconds} s.`,
  },
  en: {
    erase: "Erase",
    code: "The manager's code",
    pin: "The manager's PIN",
    next: "Next",
    approve: "Approve",
    approvalTitle: "A manager's approval",
    needsNetwork: "An approval needs the network: try again when it is back.",
    wait: (seconds: number) => `Code locked: wait another ${seconds} s.`,
  },
});
