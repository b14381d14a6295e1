import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import type { OrderSummary } from "../api/types";
import { everyPage } from "../app/reads";
import type { BillSums, CashMovement, CashSession, Closing, DailyReport } from "./types";

/** The last orders that are over; the newest, so that a guest who comes back is found. */
export const settledOrdersQuery = queryOptions({
  queryKey: ["orders", "closed"],
  meta: { live: true },
  queryFn: async ({ signal }): Promise<OrderSummary[]> =>
    (await answerOf(api.GET("/api/orders", { params: { query: { status: "CLOSED", limit: 100 } }, signal }))).data,
});

const MOST_BILLS_AT_ONCE = 200;

/** How the bills of some orders stand: null for an order for which nothing was ever taken. */
export function billSumsQuery(orderIds: readonly number[]) {
  return queryOptions({
    queryKey: ["bills", orderIds],
    meta: { live: true },
    enabled: orderIds.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ReadonlyMap<number, BillSums | null>> => {
      const pages = Array.from({ length: Math.ceil(orderIds.length / MOST_BILLS_AT_ONCE) }, (_, page) =>
        answerOf(
          api.GET("/api/bills", {
            params: {
              query: {
                order_ids: orderIds.slice(page * MOST_BILLS_AT_ONCE, (page + 1) * MOST_BILLS_AT_ONCE).join(),
              },
            },
            signal,
          }),
        ),
      );
      const sums = (await Promise.all(pages)).flatMap(({ data }) => data);
      const known = new Map<number, BillSums | null>(orderIds.map((orderId) => [orderId, null]));
      sums.forEach((bill) => known.set(bill.order_id, bill));
      return known;
    },
  });
}

/** Every drawer that is open in the house. */
export const openDrawersQuery = queryOptions({
  queryKey: ["drawers", "open"],
  meta: { live: true },
  queryFn: ({ signal }): Promise<CashSession[]> =>
    everyPage((cursor) =>
      answerOf(api.GET("/api/cash-sessions", { params: { query: { open: true, limit: 200, cursor } }, signal })),
    ),
});

/** The last drawers that were counted. */
export const countedDrawersQuery = queryOptions({
  queryKey: ["drawers", "counted"],
  meta: { live: true },
  queryFn: async ({ signal }): Promise<CashSession[]> =>
    (await answerOf(api.GET("/api/cash-sessions", { params: { query: { open: false, limit: 40 } }, signal }))).data,
});

/** All that went through a drawer, the newest first. */
export function movementsQuery(sessionId: number) {
  return queryOptions({
    queryKey: ["drawers", "movements", sessionId],
    meta: { live: true },
    queryFn: async ({ signal }): Promise<CashMovement[]> => {
      const path = { session_id: sessionId };
      const all = await everyPage((cursor) =>
        answerOf(
          api.GET("/api/cash-sessions/{session_id}/movements", {
            params: { path, query: { limit: 200, cursor } },
            signal,
          }),
        ),
      );
      return all.reverse();
    },
  });
}

/** A day's figures as far as they have come; without a date today's. */
export function dailyQuery(businessDate: string | undefined) {
  return queryOptions({
    queryKey: ["daily", businessDate ?? "today"],
    meta: { live: true },
    queryFn: ({ signal }): Promise<DailyReport> =>
      answerOf(api.GET("/api/reports/daily", { params: { query: { business_date: businessDate } }, signal })),
  });
}

/** Earlier closings of all kinds, the newest first, page by page. */
export const closingsQuery = infiniteQueryOptions({
  queryKey: ["closings"],
  meta: { live: true },
  queryFn: ({ pageParam, signal }): Promise<{ data: Closing[]; next_cursor?: string | null }> =>
    answerOf(api.GET("/api/closings", { params: { query: { limit: 20, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
});

/** The last closed day, or undefined before the first. */
export const lastDayQuery = queryOptions({
  queryKey: ["closings", "last day"],
  meta: { live: true },
  queryFn: async ({ signal }): Promise<Closing | null> =>
    (await answerOf(api.GET("/api/closings", { params: { query: { kind: "DAY", limit: 1 } }, signal }))).data[0] ??
    null,
});

/** A closing as a printer prints it. */
export function closingTextQuery(closingId: number) {
  return queryOptions({
    queryKey: ["closings", "text", closingId],
    staleTime: Infinity,
    queryFn: ({ signal }): Promise<string> =>
      answerOf<unknown>(
        api.GET("/api/closings/{closing_id}", {
          params: { path: { closing_id: closingId } },
          headers: { Accept: "text/plain" },
          parseAs: "text",
          signal,
        }),
      ) as Promise<string>,
  });
}
