import { useState } from "react";
import type { Table } from "../../api/types";
import { showTable } from "../../app/live";
import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { SelectField, TextField } from "../fields";
import { RemoveButton } from "../RemoveButton";
import { SaveForm } from "../SaveForm";
import type { Area, TableEdit } from "../types";
import { useSave } from "../useSave";
import { adminWords } from "../words";
import { sendTable, takeTableAway } from "./calls";
import { editOf, sameOnPlan } from "./plan";
import { inArea, isLine, isSeats, newTable, tableOf, typedTable } from "./tableForm";
import { tableTold, useTableLabels } from "./useLabels";
import { floorWords } from "./words";

interface Props {
  /** Undefined for a new one. */
  table: Table | undefined;
  area: Area;
  areas: readonly Area[];
  /** All of the restaurant. */
  tables: readonly Table[];
  onClose: () => void;
}

/** Name, seats, area and place of one table. */
export function TableSheet({ table, area, areas, tables, onClose }: Props) {
  const words = useWords(floorWords);
  const shared = useWords(adminWords);
  const labels = useTableLabels();
  const [known, setKnown] = useState(table);
  const [typed, setTyped] = useState(() => (table ? typedTable(table) : newTable(area.area_id, tables)));
  const change = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }));
  const done = (saved: Table) => {
    showTable(saved);
    onClose();
  };
  const saving = useSave<TableEdit, Table>((write) => sendTable(table?.table_id, write), done, {
    untouched: (current) => known !== undefined && sameOnPlan(current, known),
  });
  const others = tables.filter(({ table_id }) => table_id !== table?.table_id);
  return (
    <SaveForm
      title={table ? words.table(table.name) : words.newTable}
      saving={saving}
      body={tableOf(typed)}
      version={known?.version}
      editOf={editOf}
      labels={labels}
      told={(edit) => tableTold(edit, areas)}
      onTake={(saved) => {
        setTyped(typedTable(saved));
        setKnown(saved);
      }}
      onClose={onClose}
      more={
        table && (
          <RemoveButton
            name={table.name}
            sure={words.tableSure(table.name)}
            send={(key) => takeTableAway(table.table_id, key).then(showTable)}
            onRemoved={onClose}
          />
        )
      }
    >
      <div className={styles.two}>
        <TextField label={shared.name} value={typed.name} maxLength={30} onChange={(name) => change({ name })} />
        <TextField
          label={words.seatsField}
          value={typed.seats}
          inputMode="numeric"
          hint={words.seatsHint}
          wrong={!isSeats(typed.seats)}
          onChange={(seats) => change({ seats })}
        />
      </div>
      <SelectField
        label={words.area}
        value={typed.area}
        options={areas.map(({ area_id, name }) => ({ value: String(area_id), text: name }))}
        onChange={(to) => setTyped(inArea(typed, to, others))}
      />
      <div className={styles.two}>
        {(["column", "row"] as const).map((field) => (
          <TextField
            key={field}
            label={words[field]}
            value={typed[field]}
            inputMode="numeric"
            hint={words[`${field}Hint`]}
            wrong={!isLine(typed[field])}
            onChange={(line) => change({ [field]: line })}
          />
        ))}
      </div>
    </SaveForm>
  );
}
