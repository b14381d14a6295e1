import type { Table } from "../../api/types";
import { wholeOf } from "../numbers";
import type { TableEdit } from "../types";
import { freePlace, LAST_LINE, lineOf, nextName, placeOf, type Place } from "./plan";

/** A table as it is typed; its place by the lines of the grid. */
export interface TypedTable {
  name: string;
  seats: string;
  area: string;
  column: string;
  row: string;
  /** Where it was before somebody typed a place. */
  before: Place;
}

const SEATS = 4;

export const isSeats = (text: string) => wholeOf(text, 1, 99) !== undefined;

export const isLine = (text: string) => wholeOf(text, 1, LAST_LINE) !== undefined;

const standing = (before: Place) => ({ before, column: String(lineOf(before.x)), row: String(lineOf(before.y)) });

export function typedTable({ name, seats, area_id, x, y }: TableEdit): TypedTable {
  return { name, seats: String(seats), area: String(area_id), ...standing({ x, y }) };
}

/** A new one: the next name, the first free place of the area. */
export function newTable(areaId: number, tables: readonly Table[]): TypedTable {
  const inArea = tables.filter(({ area_id }) => area_id === areaId);
  const name = nextName(tables.map((table) => table.name));
  return typedTable({ area_id: areaId, name, seats: SEATS, ...freePlace(inArea, SEATS) });
}

/** The same in another area, where nothing stands yet. */
export function inArea(typed: TypedTable, area: string, others: readonly Table[]): TypedTable {
  const there = others.filter(({ area_id }) => String(area_id) === area);
  return { ...typed, area, ...standing(freePlace(there, wholeOf(typed.seats, 1, 99) ?? SEATS, typed.before)) };
}

/** What is sent; undefined while something of it is missing or out of bounds. */
export function tableOf(typed: TypedTable): TableEdit | undefined {
  const seats = wholeOf(typed.seats, 1, 99);
  const column = wholeOf(typed.column, 1, LAST_LINE);
  const row = wholeOf(typed.row, 1, LAST_LINE);
  const name = typed.name.trim();
  if (name === "" || seats === undefined || column === undefined || row === undefined) {
    return undefined;
  }
  const { before } = typed;
  return { area_id: Number(typed.area), name, seats, x: placeOf(column, before.x), y: placeOf(row, before.y) };
}
