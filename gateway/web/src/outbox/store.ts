import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Write } from "./write";

interface OutboxSchema extends DBSchema {
  writes: { key: number; value: Write };
}

const NAME = "brigade-outbox";

let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined;

function database(): Promise<IDBPDatabase<OutboxSchema>> {
  opened ??= openDB<OutboxSchema>(NAME, 1, {
    upgrade: (created) => void created.createObjectStore("writes", { keyPath: "seq", autoIncrement: true }),
  });
  return opened;
}

/** Everything that waits, in the order in which it was taken. */
export async function allWrites(): Promise<Write[]> {
  return (await database()).getAll("writes");
}

/** Resolves once the row is on the disk, as far as the browser tells. */
export async function addWrite(write: Omit<Write, "seq">): Promise<number> {
  const transaction = (await database()).transaction("writes", "readwrite", { durability: "strict" });
  const [seq] = await Promise.all([transaction.store.add(write as Write), transaction.done]);
  return seq;
}

/** Changes or, with `undefined`, removes rows in one transaction; rows that are gone stay gone. */
export async function changeWrites(change: (write: Write) => Write | undefined): Promise<void> {
  const transaction = (await database()).transaction("writes", "readwrite", { durability: "strict" });
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    const next = change(cursor.value);
    if (next === undefined) {
      await cursor.delete();
    } else if (next !== cursor.value) {
      await cursor.update(next);
    }
  }
  await transaction.done;
}

/** Forgets the open database; a test deletes it between two devices. */
export async function closeStore(): Promise<void> {
  (await opened)?.close();
  opened = undefined;
}
