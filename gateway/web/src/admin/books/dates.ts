/** The restaurant's business date at a moment: the day turns at its cut-off hour, by its own clock. */
export function businessDate(now: number, timeZone: string, cutoffHour: number): string {
  // "sv" writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv", { timeZone }).format(new Date(now - cutoffHour * 3_600_000));
}
