import { useState } from "react";
import type { Table } from "../../api/types";
import { useWords } from "../../i18n/words";
import type { Area } from "../types";
import styles from "./floor.module.css";
import { overlap, planSize } from "./plan";
import { PlanTable } from "./PlanTable";
import { floorWords } from "./words";

interface Props {
  area: Area;
  areas: readonly Area[];
  tables: readonly Table[];
  onEdit: (table: Table) => void;
}

/** An area's tables where they stand. They keep their order for Tab, or the one that is moved would lose the focus. */
export function Plan({ area, areas, tables, onEdit }: Props) {
  const words = useWords(floorWords);
  const [step, setStep] = useState("");
  const inOrder = [...tables].sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
  return (
    <>
      {/* Scrolls where the screen is smaller than the room, by keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label={words.plan(area.name)} tabIndex={0}>
        <ul className={styles.ground} style={planSize(tables)} aria-label={area.name}>
          {inOrder.map((table) => (
            <PlanTable
              key={table.table_id}
              table={table}
              areas={areas}
              overlaps={tables.some((other) => other !== table && overlap(table, other))}
              onEdit={onEdit}
              onStep={setStep}
            />
          ))}
        </ul>
        {tables.length === 0 && <p className={styles.nothing}>{words.noTables}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {step}
      </p>
    </>
  );
}
