import type { CSSProperties } from "react";
import type { Table } from "../../api/types";
import { useWords } from "../../i18n/words";
import { ConflictSheet } from "../ConflictSheet";
import type { Area } from "../types";
import styles from "./floor.module.css";
import { editOf, lineOf, sizeFor, type Place } from "./plan";
import { tableTold, useTableLabels } from "./useLabels";
import { useMoving } from "./useMoving";
import { floorWords } from "./words";

interface Props {
  table: Table;
  areas: readonly Area[];
  overlaps: boolean;
  onEdit: (table: Table) => void;
  /** Says where it is now, to whom keys move it. */
  onStep: (text: string) => void;
}

/** A table in its place: dragged, moved by arrow keys, opened by a touch or Enter. */
export function PlanTable({ table, areas, overlaps, onEdit, onStep }: Props) {
  const words = useWords(floorWords);
  const labels = useTableLabels();
  const told = ({ x, y }: Place) => words.at(lineOf(x), lineOf(y));
  const moving = useMoving(table, (to) => onStep(`${table.name} : ${told(to)}`));
  const { place, saving } = moving;
  const occupied = table.open_order_ids.length > 0;
  const facts = [
    words.seats(table.seats),
    ...(occupied ? [words.occupied] : []),
    ...(overlaps ? [words.overlaps] : []),
    ...(moving.unsaved ? [words.unsaved] : []),
  ];
  const style: CSSProperties = { left: place.x, top: place.y, ...sizeFor(table.seats) };
  return (
    <li className={styles.place} style={style}>
      <button
        {...moving.moveProps}
        // What is dragged is not focused by the browser.
        onPointerDownCapture={({ currentTarget }) => currentTarget.focus()}
        onClick={({ detail }) => (detail === 0 || !moving.wasMoved()) && onEdit({ ...table, ...place })}
        type="button"
        className={styles.table}
        data-occupied={occupied}
        data-overlaps={overlaps}
        data-unsaved={moving.unsaved}
        aria-label={[words.table(table.name), ...facts, told(place)].join(", ")}
      >
        <span className={styles.name}>{table.name}</span>
        {facts.slice(0, 3).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </button>
      {saving.conflict && (
        <ConflictSheet
          mine={tableTold(saving.conflict.mine, areas)}
          theirs={tableTold(editOf(saving.conflict.current), areas)}
          labels={labels}
          onKeepMine={() => void saving.save(saving.conflict?.mine as Table, saving.conflict?.current.version)}
          onTakeTheirs={() => moving.giveUp(saving.conflict?.current as Table)}
          onClose={saving.settle}
        />
      )}
    </li>
  );
}
