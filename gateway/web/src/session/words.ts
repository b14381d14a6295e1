import { defineWords } from "../i18n/words";

export const signInWords = defineWords({
  fr: {
    title: "Connexion",
    welcome: "Bonsoir.",
    code: "Votre code",
    pin: "Votre PIN",
    next: "Suite",
    signIn: "Entrer",
    letters: "Mon code a des lettres",
    digits: "Mon code n'a que des chiffres",
    other: "Ce n'est pas moi",
    hello: (name: string) => `Bonjour ${name}`,
    ended: "Votre session est terminée. Ce que vous aviez pris est gardé sur cet appareil.",
    locked: (seconds: number) => `Trop de PIN erronés. Ce code est bloqué encore ${seconds} s.`,
    language: "English",
  },
  en: {
    title: "Sign in",
    welcome: "Good evening.",
    code: "Your code",
    pin: "Your PIN",
    next: "Next",
    signIn: "Sign in",
    letters: "My code has letters",
    digits: "My code has digits only",
    other: "That is not me",
    hello: (name: string) => `Hello ${name}`,
    ended: "Your session is over. What you had taken is kept on this device.",
    locked: (seconds: number) => `Too many wrong PINs. This code is locked for another ${seconds} s.`,
    language: "Français",
  },
});
