/** Decimals of a currency's amounts: two for the euro. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** A decimal number as people type it, `12,50` or `12.5`, in units of 10 to the power of -`digits`; else undefined. */
export function scaledOf(text: string, digits: number): number | undefined {
  const match = /^\s*(\d{1,9})(?:[.,](\d+))?\s*$/.exec(text);
  const fraction = match?.[2] ?? "";
  if (!match || fraction.length > digits) {
    return undefined;
  }
  return Number(`${match[1]}${fraction.padEnd(digits, "0")}`);
}

/** The same the other way round, with a comma or point as the language writes it. */
export function typedOf(scaled: number, digits: number, language: "fr" | "en"): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: scaled % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(scaled / 10 ** digits);
}

/** A whole number within bounds; undefined if it is none. */
export function wholeOf(text: string, min: number, max: number): number | undefined {
  const value = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
