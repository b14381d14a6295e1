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
const WRITE_AFTER_MS = 1_000;
const READ_WITHIN_MS = 3_000;

const database = () => openDB("brigade-reads", 1, { upgrade: (created) => void created.createObjectStore(STORE) });

let latest: PersistedClient | undefined;
let writing: ReturnType<typeof setTimeout> | undefined;

async function write(): Promise<void> {
  clearTimeout(writing);
  writing = undefined;
  const client = latest;
  latest = undefined;
  if (client) {
    await (await database()).put(STORE, client, KEY);
  }
}

/** A disk that does not answer costs the offline view, and nothing else. */
function writeQuietly(): void {
  void write().catch(() => undefined);
}

/** What was read last, in IndexedDB; written when things have calmed down, because every small change comes here. */
export const persister: Persister = {
  persistClient: (client) => {
    latest = client;
    writing ??= setTimeout(writeQuietly, WRITE_AFTER_MS);
  },
  // Some browsers never answer the first question; nobody waits for what can be read anew.
  restoreClient: () =>
    Promise.race([
      database().then(async (opened) => (await opened.get(STORE, KEY)) as PersistedClient | undefined),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), READ_WITHIN_MS)),
    ]),
  removeClient: async () => {
    latest = undefined;
    await (await database()).delete(STORE, KEY);
  },
};

globalThis.addEventListener?.("pagehide", writeQuietly);

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
