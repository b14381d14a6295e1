import { language, useLanguage, type Language } from "./language";

type Word = string | ((...values: never[]) => string);
type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/** Words in both languages; a word that lacks one, or takes other values in it, does not compile. */
export function defineWords<T extends Record<string, Word>>(words: {
  fr: T;
  en: Widened<NoInfer<T>>;
}): Record<Language, Widened<T>> {
  return words as Record<Language, Widened<T>>;
}

/** The words in the language that was chosen; the component is drawn again when it changes. */
export function useWords<T>(words: Record<Language, T>): T {
  return words[useLanguage()];
}

/** The same outside of a component. */
export function wordsNow<T>(words: Record<Language, T>): T {
  return words[language()];
}

/** One or several, as the language counts: French says "0 plat", English "0 dishes". */
export function counted(n: number, one: string, several: string, tag: Language): string {
  return `${n} ${new Intl.PluralRules(tag).select(n) === "one" ? one : several}`;
}
