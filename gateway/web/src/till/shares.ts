import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import type { Shares } from "./types";

/** How the server splits what is left: for these items and for the others, in equal parts, or by seat. */
export function sharesOf(
  orderId: number,
  how: { parts?: number; item_ids?: string },
  signal?: AbortSignal,
): Promise<Shares> {
  return answerOf(
    api.GET("/api/bills/{order_id}/shares", {
      params: { path: { order_id: orderId }, query: how },
      signal: signal ?? null,
    }),
  );
}

/** The same for a screen, as long as the bill stays as it is. Below the bill's own key: it is read again when that changes. */
export function sharesQuery(orderId: number, how: { parts?: number }) {
  return queryOptions({
    queryKey: ["bill", orderId, "shares", how.parts ?? "seats"],
    meta: { live: true },
    queryFn: ({ signal }) => sharesOf(orderId, how, signal),
  });
}
