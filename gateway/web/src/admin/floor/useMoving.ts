import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useMove } from "react-aria/useMove";
import type { Table } from "../../api/types";
import { showTable } from "../../app/live";
import { useWords } from "../../i18n/words";
import { explain, NoAnswer } from "../../problems/problem";
import { say } from "../../ui/toasts";
import { common } from "../../ui/words";
import type { TableEdit } from "../types";
import { useSave } from "../useSave";
import { sendTable } from "./calls";
import { editOf, sameOnPlan, snapped, stepped, type Place } from "./plan";
import { floorWords } from "./words";

/** A table where it was put and is not saved yet. */
interface Held {
  place: Place;
  /** As it was when it was taken up: what others change meanwhile is asked about. */
  from: Table;
  /** Undefined while a finger or mouse holds it; else how long it rests before it is saved. */
  restMs?: number;
}

/** Several strokes of an arrow key are one move. */
const AFTER_KEYS_MS = 600;

const samePlace = (one: Place, other: Place) => one.x === other.x && one.y === other.y;

/** Moves a table by finger, mouse or arrow keys, and saves where it comes to rest. */
export function useMoving(table: Table, onStep: (place: Place) => void) {
  const words = useWords(floorWords);
  const { retry } = useWords(common);
  const [held, setHeld] = useState<Held>();
  const pointer = useRef<{ at: Place; moved: boolean }>({ at: table, moved: false });
  const tried = useRef<Held>(undefined);
  const place: Place = held?.place ?? table;

  const saving = useSave<TableEdit, Table>(
    (write) => sendTable(table.table_id, write),
    (saved) => {
      showTable(saved);
      setHeld((now) => (now && !samePlace(now.place, saved) ? { ...now, from: saved } : undefined));
    },
    {
      untouched: (current) => held !== undefined && sameOnPlan(current, held.from),
      onFailed: (failure) => {
        const told = words.notMoved(table.name, explain(failure));
        if (failure instanceof NoAnswer) {
          say(told, "bad", { label: retry, run: () => setHeld((now) => now && { ...now }) });
        } else {
          say(told, "bad");
          setHeld(undefined);
        }
      },
    },
  );

  const put = (to: Place, restMs?: number) =>
    setHeld((now) => {
      const from = now?.from ?? table;
      const unmoved = restMs !== undefined && !saving.busy && samePlace(to, from);
      return unmoved ? undefined : { place: to, from, ...(restMs === undefined ? {} : { restMs }) };
    });

  const { moveProps } = useMove({
    onMoveStart: () => {
      pointer.current = { at: place, moved: false };
    },
    onMove: ({ pointerType, deltaX, deltaY }) => {
      if (pointerType === "keyboard") {
        const to = stepped(place, deltaX, deltaY);
        put(to, AFTER_KEYS_MS);
        onStep(to);
        return;
      }
      const at = { x: pointer.current.at.x + deltaX, y: pointer.current.at.y + deltaY };
      pointer.current = { at, moved: pointer.current.moved || !samePlace(snapped(at), place) };
      put(snapped(at));
    },
    onMoveEnd: ({ pointerType }) => {
      if (pointerType !== "keyboard") {
        put(snapped(pointer.current.at), 0);
      }
    },
  });

  const save = useEffectEvent(() => {
    if (held && !saving.busy && !saving.conflict && tried.current !== held) {
      tried.current = held;
      void saving.save({ ...editOf(held.from), ...held.place }, held.from.version);
    }
  });
  const { busy } = saving;
  useEffect(() => {
    if (held?.restMs === undefined || busy) {
      return undefined;
    }
    const timer = setTimeout(() => save(), held.restMs);
    return () => clearTimeout(timer);
  }, [held, busy]);
  useEffect(() => () => save(), []);

  return {
    place,
    unsaved: held !== undefined,
    moveProps,
    saving,
    /** Whether the click that ends here only put the table down. */
    wasMoved: () => pointer.current.moved,
    giveUp: (current: Table) => {
      showTable(current);
      setHeld(undefined);
      saving.settle();
    },
  };
}
