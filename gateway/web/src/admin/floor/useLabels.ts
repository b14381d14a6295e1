import { useWords } from "../../i18n/words";
import type { Area, TableEdit } from "../types";
import { adminWords } from "../words";
import { lineOf } from "./plan";
import { floorWords } from "./words";

/** What a table's fields are called. */
export function useTableLabels(): Record<keyof TableEdit, string> {
  const words = useWords(floorWords);
  const { name } = useWords(adminWords);
  return { name, seats: words.seatsField, area_id: words.area, x: words.column, y: words.row };
}

/** A table in words: its area by name, its place by the grid's lines. */
export function tableTold(edit: TableEdit, areas: readonly Area[]): object {
  const area = areas.find(({ area_id }) => area_id === edit.area_id)?.name ?? String(edit.area_id);
  return { ...edit, area_id: area, x: lineOf(edit.x), y: lineOf(edit.y) };
}
