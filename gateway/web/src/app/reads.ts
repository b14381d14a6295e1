import { queryOptions } from "@tanstack/react-query";
import { answered, answerOf, api } from "../api/client";
import type { Bill, Carte, Order, OrderSummary, Table } from "../api/types";
import { Problem } from "../problems/problem";
import { queryClient } from "./queryClient";

/** The carte as it was read, under its version. */
export interface ReadCarte {
  etag: string | null;
  carte: Carte;
}

const CARTE = ["carte"] as const;

/** The whole carte; a version that is known already is not sent again. */
export const carteQuery = queryOptions({
  queryKey: CARTE,
  meta: { kept: true, live: true },
  queryFn: async ({ signal }): Promise<ReadCarte> => {
    const known = queryClient.getQueryData<ReadCarte>(CARTE);
    const headers = known?.etag ? { "If-None-Match": known.etag } : {};
    const { data, error, response } = await answered(api.GET("/api/menu", { headers, signal }));
    if (response.status === 304 && known) {
      return known;
    }
    if (!data) {
      throw Problem.of(response, error);
    }
    return { etag: response.headers.get("ETag"), carte: data };
  },
});

/** Every table of the restaurant. */
export const tablesQuery = queryOptions({
  queryKey: ["tables"],
  meta: { kept: true, live: true },
  queryFn: ({ signal }): Promise<Table[]> =>
    everyPage((cursor) => answerOf(api.GET("/api/tables", { params: { query: { limit: 200, cursor } }, signal }))),
});

/** Every open order, without its items. */
export const openOrdersQuery = queryOptions({
  queryKey: ["orders", "open"],
  meta: { kept: true, live: true },
  queryFn: ({ signal }): Promise<OrderSummary[]> =>
    everyPage((cursor) =>
      answerOf(api.GET("/api/orders", { params: { query: { status: "OPEN", limit: 200, cursor } }, signal })),
    ),
});

export function orderQuery(orderId: number) {
  return queryOptions({
    queryKey: ["order", orderId],
    meta: { kept: true, live: true },
    queryFn: ({ signal }): Promise<Order> =>
      answerOf(api.GET("/api/orders/{order_id}", { params: { path: { order_id: String(orderId) } }, signal })),
  });
}

export function billQuery(orderId: number) {
  return queryOptions({
    queryKey: ["bill", orderId],
    meta: { live: true },
    queryFn: ({ signal }): Promise<Bill> =>
      answerOf(api.GET("/api/bills/{order_id}", { params: { path: { order_id: orderId } }, signal })),
  });
}

interface Page<T> {
  data: T[];
  next_cursor?: string | null;
}

/** All pages of a list whose length the restaurant itself bounds. */
export async function everyPage<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const next: Page<T> = await page(cursor);
    all.push(...next.data);
    cursor = next.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
