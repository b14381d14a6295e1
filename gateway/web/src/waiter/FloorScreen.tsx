import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Table } from "../api/types";
import { useOutbox } from "../app/live";
import { openOrdersQuery, tablesQuery } from "../app/reads";
import { minutesSince } from "../format/format";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { Frame } from "../ui/Frame";
import { useNow } from "../ui/useNow";
import { common } from "../ui/words";
import { draftOf } from "./draft";
import styles from "./floor.module.css";
import { expoQuery, readyTables } from "./ready";
import { QueueLink } from "./QueueLink";
import { words as waiterWords } from "./words";

/** Every table, with what is going on there. */
export function FloorScreen() {
  const words = useWords(waiterWords);
  const shared = useWords(common);
  const person = usePerson();
  const [onlyMine, setOnlyMine] = useState(false);
  const tables = useQuery(tablesQuery);
  const ready = readyTables(useQuery(expoQuery).data ?? []);
  const orders = useQuery(openOrdersQuery).data ?? [];
  const ofMine = new Set(orders.flatMap((order) => (order.waiter_id === person.staffId ? [order.table_id] : [])));
  const mine = (table: Table) =>
    ofMine.has(table.table_id) || (table.waiter_id === person.staffId && table.state !== "FREE");
  const shown = (tables.data ?? []).filter((table) => !onlyMine || mine(table));
  return (
    <Frame title={words.floor} takes footer={<QueueLink />}>
      <div className={styles.filter} role="group" aria-label={words.floor}>
        <Button aria-pressed={!onlyMine} onPress={() => setOnlyMine(false)}>
          {words.all}
        </Button>
        <Button aria-pressed={onlyMine} onPress={() => setOnlyMine(true)}>
          {words.mine}
        </Button>
      </div>
      {tables.isPending && <p className="empty">{shared.loading}</p>}
      {tables.isError && !tables.data && (
        <p className="notice notice--bad" role="alert">
          {explain(tables.error)}
        </p>
      )}
      {tables.data && shown.length === 0 && <p className="empty">{onlyMine ? words.noMine : words.noTables}</p>}
      {areasOf(shown).map(([area, inArea]) => (
        <section key={area} aria-label={area}>
          <h2 className={styles.area}>{area}</h2>
          <ul className={styles.tables}>
            {inArea.map((table) => (
              <li key={table.table_id}>
                <TableTile table={table} isMine={mine(table)} isReady={ready.has(table.name)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  );
}

function TableTile({ table, isMine, isReady }: { table: Table; isMine: boolean; isReady: boolean }) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const now = useNow();
  const writes = useOutbox().filter(({ tableId }) => tableId === table.table_id);
  const state = table.state === "FREE" && writes.some(({ said }) => said.what === "place") ? "SEATED" : table.state;
  const taking = draftOf(person.staffId, table.table_id).lines.length > 0;
  return (
    <Link
      to="/waiter/tables/$tableId"
      params={{ tableId: String(table.table_id) }}
      className={styles.table}
      data-state={state}
      data-mine={isMine}
    >
      <span className={styles.name}>
        <span className="visually-hidden">{words.table("")}</span>
        {table.name}
      </span>
      <span className={styles.state}>{words[state as keyof Pick<typeof words, "FREE">] ?? state}</span>
      <span className={styles.facts}>
        {state === "FREE" || table.covers === 0 ? words.seats(table.seats) : words.covers(table.covers)}
        {table.seated_at != null && ` · ${words.minutes(minutesSince(table.seated_at, now))}`}
      </span>
      {table.waiter_name != null && state !== "FREE" && <span className={styles.facts}>{table.waiter_name}</span>}
      <span className={styles.badges}>
        {isReady && <span className="badge badge--good">{words.ready}</span>}
        {taking && <span className="badge badge--info">{words.draftHere}</span>}
        {writes.length > 0 && (
          <span className={writes.some(({ refusal }) => refusal) ? "badge badge--bad" : "badge badge--warn"}>
            {writes.some(({ refusal }) => refusal) ? words.REFUSED : words.queuedHere}
          </span>
        )}
      </span>
    </Link>
  );
}

function areasOf(tables: readonly Table[]): [string, Table[]][] {
  const areas = new Map<string, Table[]>();
  const byPlace = [...tables].sort(
    (one, other) =>
      one.area_position - other.area_position || one.name.localeCompare(other.name, undefined, { numeric: true }),
  );
  for (const table of byPlace) {
    areas.set(table.area, [...(areas.get(table.area) ?? []), table]);
  }
  return [...areas];
}
