import type { NewItem } from "../api/types";

/** What a write does, to be told in either language. */
export type Said =
  | { what: "place"; table: string; items: number }
  | { what: "add"; table: string; items: number }
  | { what: "fire"; table: string; course: number }
  | { what: "covers"; table: string; covers: number }
  | { what: "void"; table: string; item: string }
  | { what: "serve"; table: string; item: string }
  | { what: "clear"; table: string };

/** Why the server said no, kept with the write until somebody decides. */
export interface Refusal {
  status: number;
  code: string;
  detail: string;
  current?: unknown;
}

/** One call that the device took and has not been told the end of. */
export interface Write {
  seq: number;
  staffId: number;
  method: "POST" | "PUT" | "DELETE";
  path: string;
  body?: { items?: NewItem[]; [field: string]: unknown };
  /** Sent with every attempt: the server does it once. */
  key: string;
  said: Said;
  /** Writes with the same subject depend on each other: the `client_ref` or number of an order, or a table. */
  subject: string;
  tableId: number;
  takenAt: string;
  /** What the screen made it of, so that it can be taken back and edited. */
  taken?: unknown;
  attempts: number;
  refusal?: Refusal;
}
