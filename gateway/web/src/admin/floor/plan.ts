import type { Table } from "../../api/types";
import type { TableEdit } from "../types";

/** Tables stand on the lines of this grid. One unit of the plan is one pixel of this screen. */
export const GRID = 40;
/** The API's bound, which is a line of the grid. */
const FURTHEST = 10_000;
const HEIGHT = 80;
/** Room beside the last table, so that every plan can grow. */
const ROOM = 160;

/** The upper left corner of a table, from the plan's. */
export interface Place {
  x: number;
  y: number;
}

type Standing = Pick<Table, "x" | "y" | "seats">;

/** How large a table for so many is drawn. */
export function sizeFor(seats: number): { width: number; height: number } {
  return { width: seats <= 2 ? 80 : seats <= 6 ? 120 : 200, height: HEIGHT };
}

const bounded = (value: number) => Math.min(FURTHEST, Math.max(0, value));

const nearest = (value: number) => bounded(Math.round(value / GRID) * GRID);

/** The crossing of the grid's lines that is nearest. */
export function snapped({ x, y }: Place): Place {
  return { x: nearest(x), y: nearest(y) };
}

const next = (value: number, by: number) => {
  const line = by > 0 ? Math.floor(value / GRID) + 1 : by < 0 ? Math.ceil(value / GRID) - 1 : value / GRID;
  return bounded(line * GRID);
};

/** The next line of the grid in the direction of an arrow key. */
export function stepped({ x, y }: Place, byX: number, byY: number): Place {
  return { x: next(x, byX), y: next(y, byY) };
}

/** Which line of the grid, counted from 1, as people say it. */
export function lineOf(value: number): number {
  return Math.round(value / GRID) + 1;
}

/** The other way round; a place between two lines stays where it is as long as its line does. */
export function placeOf(line: number, before: number): number {
  return line === lineOf(before) ? before : bounded((line - 1) * GRID);
}

export const LAST_LINE = lineOf(FURTHEST);

/** Whether two tables would be drawn on each other; side by side is fine. */
export function overlap(one: Standing, other: Standing): boolean {
  const [a, b] = [sizeFor(one.seats), sizeFor(other.seats)];
  return (
    one.x < other.x + b.width && other.x < one.x + a.width && one.y < other.y + b.height && other.y < one.y + a.height
  );
}

/** The wanted place if nothing stands there, else the first free one, row by row with a way between the tables. */
export function freePlace(others: readonly Standing[], seats: number, wanted?: Place): Place {
  const free = (place: Place) => !others.some((other) => overlap({ ...place, seats }, other));
  if (wanted && free(wanted)) {
    return wanted;
  }
  const rows = Math.ceil(planSize(others).height / (2 * GRID)) + 1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < 5; column++) {
      const place = { x: GRID + column * 160, y: bounded(GRID + row * 160) };
      if (free(place)) {
        return place;
      }
    }
  }
  return { x: 0, y: 0 };
}

/** What a plan needs to show all its tables, with room to move them further. */
export function planSize(tables: readonly Standing[]): { width: number; height: number } {
  return {
    width: Math.max(960, ...tables.map(({ x, seats }) => x + sizeFor(seats).width + ROOM)),
    height: Math.max(480, ...tables.map(({ y }) => y + HEIGHT + ROOM)),
  };
}

/** The name after the highest one of these: T25 after T24. */
export function nextName(names: readonly string[]): string {
  const numbered = names.flatMap((name) => {
    const [, prefix = "", digits = ""] = /^(.*?)(\d{1,6})$/.exec(name) ?? [];
    return digits ? [{ prefix, number: Number(digits) }] : [];
  });
  const last = numbered.reduce((high, each) => (each.number > high.number ? each : high), { prefix: "T", number: 0 });
  return `${last.prefix}${last.number + 1}`;
}

/** What leaves a table as it is. */
export function editOf({ area_id, name, seats, x, y }: TableEdit): TableEdit {
  return { area_id, name, seats, x, y };
}

/** Whether nothing of the plan differs; waiters and what is open on a table change its version, too. */
export function sameOnPlan(one: TableEdit, other: TableEdit): boolean {
  return JSON.stringify(editOf(one)) === JSON.stringify(editOf(other));
}
