/** Coins and notes of the euro, in cents, the largest first (Regulation (EU) 651/2012; decision ECB/2003/4). */
export const NOTES = [50000, 20000, 10000, 5000, 2000, 1000, 500] as const;
export const COINS = [200, 100, 50, 20, 10, 5, 2, 1] as const;

/** Typed numbers of pieces by value in cents. */
export type Pieces = Readonly<Record<string, string>>;

const MOST_PIECES = 100_000;

/** How many pieces; an empty field is none, what is no number is undefined. */
export function piecesOf(typed: string | undefined): number | undefined {
  const text = (typed ?? "").trim();
  if (text === "") {
    return 0;
  }
  return /^\d{1,6}$/.test(text) && Number(text) <= MOST_PIECES ? Number(text) : undefined;
}

/** What they come to, in cents; what is no number counts nothing. */
export function countedCents(pieces: Pieces): number {
  return Object.entries(pieces).reduce((sum, [value, typed]) => sum + Number(value) * (piecesOf(typed) ?? 0), 0);
}

/** The first value whose number can't be read. */
export function unreadable(pieces: Pieces): string | undefined {
  return Object.keys(pieces).find((value) => piecesOf(pieces[value]) === undefined);
}

/** What the call takes: values of which there are any. */
export function countsOf(pieces: Pieces): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pieces)
      .map(([value, typed]) => [value, piecesOf(typed) ?? 0] as const)
      .filter(([, number]) => number > 0),
  );
}
