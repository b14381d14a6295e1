import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Table } from "../../api/types";
import { useEvents, useTopics } from "../../app/live";
import { queryClient } from "../../app/queryClient";
import { tablesQuery } from "../../app/reads";
import { useWords } from "../../i18n/words";
import { tableIn, type ServerEvent } from "../../realtime/events";
import { Button } from "../../ui/Button";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import type { Area } from "../types";
import { adminWords } from "../words";
import { AreaSheet } from "./AreaSheet";
import { areasQuery } from "./calls";
import { Plan } from "./Plan";
import { TableSheet } from "./TableSheet";
import { floorWords } from "./words";

/** What is being edited; without a thing a new one. */
type Editing = { kind: "table"; of?: Table } | { kind: "area"; of?: Area };

/** Areas have no events of their own: their tables tell that they were renamed, or that there are new ones. */
const onEvent = (event: ServerEvent) => {
  const table = tableIn(event);
  const area = queryClient.getQueryData<Area[]>(areasQuery.queryKey)?.find(({ area_id }) => area_id === table?.area_id);
  if (table && (area?.name !== table.area || area.position !== table.area_position)) {
    void queryClient.invalidateQueries({ queryKey: areasQuery.queryKey });
  }
};

/** The floor plan's editor. */
export function FloorScreen() {
  const words = useWords(adminWords);
  useTopics("floor");
  useEvents(onEvent);
  const areas = useQuery(areasQuery);
  const tables = useQuery(tablesQuery);
  return (
    <AdminFrame title={words.floor}>
      <Answer of={areas}>
        {(inOrder) => (
          <Answer of={tables}>
            {(read) => <Floor areas={inOrder} tables={read.filter(({ active }) => active)} />}
          </Answer>
        )}
      </Answer>
    </AdminFrame>
  );
}

function Floor({ areas, tables }: { areas: readonly Area[]; tables: readonly Table[] }) {
  const words = useWords(floorWords);
  const [areaId, setAreaId] = useState<number>();
  const [editing, setEditing] = useState<Editing>();
  const area = areas.find(({ area_id }) => area_id === areaId) ?? areas[0];
  const close = () => setEditing(undefined);
  return (
    <>
      <div className={styles.tabs} role="group" aria-label={words.areas}>
        {areas.map(({ area_id, name }) => (
          <Button key={area_id} aria-pressed={area_id === area?.area_id} onPress={() => setAreaId(area_id)}>
            {name}
          </Button>
        ))}
        <Button kind="quiet" onPress={() => setEditing({ kind: "area" })}>
          + {words.newArea}
        </Button>
      </div>
      {area ? (
        <section className={styles.panel}>
          <div className={styles.bar}>
            <Button kind="primary" onPress={() => setEditing({ kind: "table" })}>
              {words.newTable}
            </Button>
            <Button onPress={() => setEditing({ kind: "area", of: area })}>{words.editArea}</Button>
          </div>
          <p className={styles.hint}>{words.how}</p>
          <Plan
            key={area.area_id}
            area={area}
            areas={areas}
            tables={tables.filter(({ area_id }) => area_id === area.area_id)}
            onEdit={(of) => setEditing({ kind: "table", of })}
          />
        </section>
      ) : (
        <p className="empty">{words.noAreas}</p>
      )}
      {editing?.kind === "area" && (
        <AreaSheet area={editing.of} areas={areas} onSaved={({ area_id }) => setAreaId(area_id)} onClose={close} />
      )}
      {editing?.kind === "table" && area && (
        <TableSheet table={editing.of} area={area} areas={areas} tables={tables} onClose={close} />
      )}
    </>
  );
}
