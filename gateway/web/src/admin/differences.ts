export interface Difference {
  field: string;
  mine: string;
  theirs: string;
}

/** The fields in which two versions of the same thing differ, as text; absent, null and empty are the same. */
export function differences(mine: object, theirs: object): Difference[] {
  const left = mine as Record<string, unknown>;
  const right = theirs as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .map((field) => ({ field, mine: textOf(left[field]), theirs: textOf(right[field]) }))
    .filter((each) => each.mine !== each.theirs);
}

/** A value as text that does not depend on the order of an object's fields. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(textOf).join(", ");
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([field, inner]) => [field, textOf(inner)])
      .filter(([, inner]) => inner !== "")
      .sort(([one = ""], [other = ""]) => one.localeCompare(other))
      .map(([field, inner]) => `${field}: ${inner}`)
      .join("; ");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
