import { QueryClient } from "@tanstack/react-query";
import type { PersistedClient, Persister } from "@tanstack/react-query-persist-client";
import { openDB } from "idb";
import { NoAnswer, Problem } from "../problems/problem";

interface QueryMeta extends Record<string, unknown> {
  /** Kept on the device, to be shown without a network. Only what every colleague of the restaurant may see. */
  kept?: boolean;
  /** Fed by events, and so to be read again when events may have been missed. */
  live?: boolean;
}

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: QueryMeta;
  }
}

/** Reads are repeated when the network or a server failed, never when the server said no. */
function shouldRetry(failures: number, failure: Error): boolean {
  const passing = failure instanceof NoAnswer || (failure instanceof Problem && failure.status >= 500);
  return passing && failures < 3;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, gcTime: DAY_MS, retry: shouldRetry, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

const STORE = "kept";
const KEY = "queries";

const database = () => openDB("brigade-reads", 1, { upgrade: (created) => void created.createObjectStore(STORE) });

/** What was read last, in IndexedDB. A browser that refuses storage costs the offline view and nothing else. */
export const persister: Persister = {
  persistClient: async (client) => {
    await (await database()).put(STORE, client, KEY);
  },
  restoreClient: async () => (await (await database()).get(STORE, KEY)) as PersistedClient | undefined,
  removeClient: async () => (await database()).delete(STORE, KEY),
};

export const persistOptions = {
  persister,
  maxAge: DAY_MS,
  /** Raised whenever the shape of something kept changes. */
  buster: "1",
  dehydrateOptions: {
    shouldDehydrateQuery: (query: { meta?: QueryMeta | undefined; state: { status: string } }) =>
      query.meta?.kept === true && query.state.status === "success",
  },
};

/** Forgets everything that was read: somebody of another restaurant signs in, or somebody signs out. */
export async function forgetReads(): Promise<void> {
  queryClient.clear();
  await persister.removeClient();
}
