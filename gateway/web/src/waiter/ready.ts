import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import type { components } from "../api/generated/orders";
import { everyPage } from "../app/reads";

type ExpoOrder = components["schemas"]["ExpoOrder"];

/** What each order still waits for. Under "orders", and so read again with every burst of events. */
export const expoQuery = queryOptions({
  queryKey: ["orders", "expo"],
  meta: { kept: true, live: true },
  queryFn: ({ signal }): Promise<ExpoOrder[]> =>
    everyPage((cursor) =>
      answerOf(api.GET("/api/kitchen/expo", { params: { query: { limit: 200, cursor } }, signal })),
    ),
});

/** Names of the tables for which something stands at the pass. */
export function readyTables(orders: readonly ExpoOrder[]): ReadonlySet<string> {
  const ready = orders.filter(({ courses }) =>
    courses.some(({ stations }) => stations.some((station) => station.ready > 0)),
  );
  return new Set(ready.flatMap(({ table_name }) => table_name ?? []));
}
