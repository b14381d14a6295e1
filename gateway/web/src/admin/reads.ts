import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import { everyPage } from "../app/reads";
import type { DailyReport, LossReport, Restaurant, RestaurantReport } from "./types";

const query = (businessDate: string | undefined) => (businessDate ? { business_date: businessDate } : {});

/** A day's report; of today without a date, which events make old. */
export function dailyQuery(businessDate?: string) {
  return queryOptions({
    queryKey: ["admin", "daily", businessDate ?? "today"],
    meta: { live: businessDate === undefined },
    // The replica that reports are read from may be behind the event that told of a change.
    refetchInterval: businessDate === undefined ? 20_000 : false,
    queryFn: ({ signal }): Promise<DailyReport> =>
      answerOf(api.GET("/api/reports/daily", { params: { query: query(businessDate) }, signal })),
  });
}

export function lossesQuery(businessDate?: string) {
  return queryOptions({
    queryKey: ["admin", "losses", businessDate ?? "today"],
    meta: { live: businessDate === undefined },
    // The replica that reports are read from may be behind the event that told of a change.
    refetchInterval: businessDate === undefined ? 20_000 : false,
    queryFn: ({ signal }): Promise<LossReport> =>
      answerOf(api.GET("/api/reports/losses", { params: { query: query(businessDate) }, signal })),
  });
}

/** A day of all restaurants that the person oversees; of each one's today without a date. */
export function restaurantsReportQuery(businessDate?: string) {
  return queryOptions({
    queryKey: ["admin", "restaurants", businessDate ?? "today"],
    meta: { live: businessDate === undefined },
    // Other restaurants' events don't come here.
    refetchInterval: businessDate === undefined ? 20_000 : false,
    queryFn: ({ signal }): Promise<RestaurantReport> =>
      answerOf(api.GET("/api/reports/restaurants", { params: { query: query(businessDate) }, signal })),
  });
}

/** The person's own restaurant and those that they oversee. */
export const restaurantsQuery = queryOptions({
  queryKey: ["restaurants"],
  queryFn: ({ signal }): Promise<Restaurant[]> =>
    everyPage((cursor) => answerOf(api.GET("/api/restaurants", { params: { query: { limit: 200, cursor } }, signal }))),
});
