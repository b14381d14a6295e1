import { useSyncExternalStore } from "react";
import type { Allergen, NewItem } from "../api/types";

/** A dish of a set menu, as it was chosen. */
export interface ChosenDish {
  dishId: number;
  name: string;
  options: number[];
  optionNames: string[];
}

/** One line of what is being taken, before it is sent. */
export interface Line {
  /** Names the item for ever: the server takes it once. */
  uid: string;
  dishId?: number;
  formuleId?: number;
  name: string;
  quantity: number;
  options: number[];
  optionNames: string[];
  choices: ChosenDish[];
  note: string;
  /** The dish's own course if absent. */
  course?: number;
  seat?: number;
  hold: boolean;
  allergies: Allergen[];
  /** Of one, options included, as the screen shows it. */
  unitCents: number;
}

/** What a waiter has taken at a table and not sent yet. */
export interface Draft {
  covers?: number;
  lines: readonly Line[];
}

const KEY = "brigade.drafts";
const EMPTY: Draft = { lines: [] };
const listeners = new Set<() => void>();
let drafts: Readonly<Record<string, Draft>> = stored();

function stored(): Readonly<Record<string, Draft>> {
  const text = globalThis.localStorage?.getItem(KEY);
  return text ? (JSON.parse(text) as Record<string, Draft>) : {};
}

globalThis.addEventListener?.("storage", (event) => {
  if (event.key === KEY) {
    drafts = stored();
    listeners.forEach((tell) => tell());
  }
});

function nameOf(staffId: number, tableId: number): string {
  return `${staffId}:${tableId}`;
}

export function draftOf(staffId: number, tableId: number): Draft {
  return drafts[nameOf(staffId, tableId)] ?? EMPTY;
}

/** Keeps it on the device at once: a browser that is closed the next moment has lost nothing. */
export function changeDraft(staffId: number, tableId: number, change: (draft: Draft) => Draft): void {
  const name = nameOf(staffId, tableId);
  const next = change(drafts[name] ?? EMPTY);
  const { [name]: _, ...others } = drafts;
  drafts = next.lines.length > 0 || next.covers !== undefined ? { ...others, [name]: next } : others;
  localStorage.setItem(KEY, JSON.stringify(drafts));
  listeners.forEach((tell) => tell());
}

export function useDraft(staffId: number, tableId: number): Draft {
  return useSyncExternalStore(subscribe, () => draftOf(staffId, tableId));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Adds a line, or one more of a line that is the same in everything. */
export function withLine(draft: Draft, line: Line): Draft {
  const same = draft.lines.find((each) => sameWording(each, line));
  return same
    ? { ...draft, lines: draft.lines.map((each) => (each === same ? more(each, line.quantity) : each)) }
    : { ...draft, lines: [...draft.lines, line] };
}

export function withChanged(draft: Draft, uid: string, change: Partial<Line>): Draft {
  const lines = draft.lines.map((each) => (each.uid === uid ? { ...each, ...change } : each));
  return { ...draft, lines: lines.filter(({ quantity }) => quantity > 0) };
}

function more(line: Line, by: number): Line {
  return { ...line, quantity: Math.min(99, line.quantity + by) };
}

function sameWording(one: Line, other: Line): boolean {
  const wording = ({ uid: _, quantity: __, ...rest }: Line) => JSON.stringify(rest, Object.keys(rest).sort());
  return one.choices.length === 0 && other.choices.length === 0 && wording(one) === wording(other);
}

export function countOf(draft: Draft): number {
  return draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function totalOf(draft: Draft): number {
  return draft.lines.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0);
}

/** The line as the API takes it. */
export function asItem(line: Line): NewItem {
  return {
    uid: line.uid,
    quantity: line.quantity,
    seen_price_cents: line.unitCents,
    ...(line.formuleId === undefined
      ? { dish_id: line.dishId, options: line.options }
      : {
          formule_id: line.formuleId,
          choices: line.choices.map(({ dishId, options }) => ({ dish_id: dishId, options })),
        }),
    ...(line.note.trim() ? { note: line.note.trim() } : {}),
    ...(line.course === undefined ? {} : { course: line.course }),
    ...(line.seat === undefined ? {} : { seat: line.seat }),
    ...(line.hold ? { hold: true } : {}),
    ...(line.allergies.length > 0 ? { allergies: line.allergies } : {}),
  };
}
