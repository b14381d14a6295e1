import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../../api/client";
import { Problem } from "../../problems/problem";
import type { AccountingEntry, Archive, Closing, JournalEntry, Verification } from "../types";

interface Page<T> {
  data: T[];
  next_cursor?: string | null;
}

function paged<T>(
  queryKey: readonly string[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) {
  return infiniteQueryOptions({
    queryKey,
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    getNextPageParam: (last: Page<T>) => last.next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ data }) => data),
  });
}

export const closingsQuery = paged<Closing>(["books", "closings"], (cursor, signal) =>
  answerOf(api.GET("/api/closings", { params: { query: { limit: 50, cursor } }, signal })),
);

export const journalQuery = paged<JournalEntry>(["books", "journal"], (cursor, signal) =>
  answerOf(api.GET("/api/fiscal/journal", { params: { query: { limit: 50, cursor } }, signal })),
);

export const archivesQuery = paged<Archive>(["books", "archives"], (cursor, signal) =>
  answerOf(api.GET("/api/fiscal/archives", { params: { query: { limit: 50, cursor } }, signal })),
);

export type EntryState = "PENDING" | "SENT" | "DEAD";

export function entriesQuery(state: EntryState | undefined) {
  return paged<AccountingEntry>(["books", "accounting", state ?? "all"], (cursor, signal) => {
    const query = { limit: 50, cursor, ...(state ? { state } : {}) };
    return answerOf(api.GET("/api/accounting/entries", { params: { query }, signal }));
  });
}

/** What the last verification found; null before the first. */
export const verificationQuery = queryOptions({
  queryKey: ["books", "verification"],
  staleTime: 0,
  queryFn: async ({ signal }): Promise<Verification | null> => {
    try {
      return await answerOf(api.GET("/api/fiscal/verification", { signal }));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 404) {
        return null;
      }
      throw failure;
    }
  },
});
