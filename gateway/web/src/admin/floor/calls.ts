import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../../api/client";
import type { Table } from "../../api/types";
import { everyPage } from "../../app/reads";
import type { Area, AreaEdit, TableEdit } from "../types";
import type { Write } from "../useSave";

/** The floor's areas in their order. */
export const areasQuery = queryOptions({
  queryKey: ["areas"],
  staleTime: 0,
  meta: { live: true },
  queryFn: async ({ signal }): Promise<Area[]> => {
    const areas = await everyPage<Area>((cursor) =>
      answerOf(api.GET("/api/tables/areas", { params: { query: { limit: 200, cursor } }, signal })),
    );
    return areas.sort((one, other) => one.position - other.position || one.area_id - other.area_id);
  },
});

const headerOf = ({ key, ifMatch }: Write<unknown>) => ({
  "Idempotency-Key": key,
  ...(ifMatch ? { "If-Match": ifMatch } : {}),
});

/** Adds a table, or changes the one that is named. */
export function sendTable(id: number | undefined, write: Write<TableEdit>): Promise<Table> {
  const [header, { body }] = [headerOf(write), write];
  return id === undefined
    ? answerOf(api.POST("/api/tables", { params: { header }, body }))
    : answerOf(api.PUT("/api/tables/{table_id}", { params: { path: { table_id: id }, header }, body }));
}

export function takeTableAway(id: number, key: string): Promise<Table> {
  const params = { path: { table_id: id }, header: { "Idempotency-Key": key } };
  return answerOf(api.DELETE("/api/tables/{table_id}", { params }));
}

/** Adds an area, or changes the one that is named. */
export function sendArea(id: number | undefined, write: Write<AreaEdit>): Promise<Area> {
  const [header, { body }] = [headerOf(write), write];
  return id === undefined
    ? answerOf(api.POST("/api/tables/areas", { params: { header }, body }))
    : answerOf(api.PUT("/api/tables/areas/{area_id}", { params: { path: { area_id: id }, header }, body }));
}

export function takeAreaAway(id: number, key: string): Promise<Area> {
  const params = { path: { area_id: id }, header: { "Idempotency-Key": key } };
  return answerOf(api.DELETE("/api/tables/areas/{area_id}", { params }));
}
