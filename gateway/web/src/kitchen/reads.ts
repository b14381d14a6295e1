import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "../app/reads";
import { answerOf, api } from "../api/client";
import { clockAhead } from "./age";
import type { Board, Counts, ExpoOrder, LateItem, Station } from "./types";

/** A network that swallows requests must not keep an old board on the wall. */
const PATIENCE_MS = 8_000;

const patient = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);

/** Some of it changes by time alone: what was ready long ago leaves. */
const live = { meta: { live: true }, refetchInterval: 60_000, staleTime: 0 } as const;

/** The board, with what the server's clock is ahead of ours. */
export interface ReadBoard {
  board: Board;
  aheadMs: number;
}

export function boardQuery(station: Station) {
  return queryOptions({
    queryKey: ["kitchen", "board", station],
    ...live,
    queryFn: async ({ signal }): Promise<ReadBoard> => {
      const params = { query: { station } };
      const board = await answerOf(api.GET("/api/kitchen/board", { params, signal: patient(signal) }));
      return { board, aheadMs: clockAhead(board, Date.now()) };
    },
  });
}

export function countsQuery(station: Station) {
  return queryOptions({
    queryKey: ["kitchen", "counts", station],
    ...live,
    queryFn: ({ signal }): Promise<Counts> =>
      answerOf(api.GET("/api/kitchen/counts", { params: { query: { station } }, signal: patient(signal) })),
  });
}

export const expoQuery = queryOptions({
  queryKey: ["kitchen", "expo"],
  ...live,
  queryFn: ({ signal }): Promise<ExpoOrder[]> =>
    everyPage((cursor) =>
      answerOf(api.GET("/api/kitchen/expo", { params: { query: { limit: 200, cursor } }, signal: patient(signal) })),
    ),
});

export const lateQuery = queryOptions({
  queryKey: ["kitchen", "late"],
  ...live,
  refetchInterval: 15_000,
  queryFn: async ({ signal }): Promise<LateItem[]> =>
    (await answerOf(api.GET("/api/kitchen/late", { params: { query: {} }, signal: patient(signal) }))).items,
});
