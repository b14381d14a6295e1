import { useRef, useState } from "react";
import { newKey } from "../api/client";
import { wordsNow } from "../i18n/words";
import { NoAnswer, Problem } from "../problems/problem";
import { say } from "../ui/toasts";
import { adminWords } from "./words";

export interface Write<B> {
  body: B;
  /** Sent as Idempotency-Key. */
  key: string;
  /** Sent as If-Match; absent for what is new. */
  ifMatch?: string;
}

export interface Conflict<B, V> {
  mine: B;
  current: V;
}

export interface Saving<B, V> {
  busy: boolean;
  failure: unknown;
  conflict: Conflict<B, V> | undefined;
  save: (body: B, version?: number) => Promise<void>;
  /** Back to what was typed, or on to what is saved: the question is answered. */
  settle: () => void;
}

interface Options<V> {
  /** Whether what is saved now is still what the change began with: then only something else of it changed. */
  untouched?: (current: V) => boolean;
  onFailed?: (failure: unknown) => void;
}

interface Intention<B> {
  said: string;
  write: Write<B>;
}

/**
 * Saves a form. The same content keeps its key until the server has answered, so that it is written once through any dead
 * spot. When somebody else was faster, nothing is written, and the person decides by what differs.
 */
export function useSave<B, V extends { version: number }>(
  send: (write: Write<B>) => Promise<V>,
  onSaved: (view: V) => void,
  { untouched, onFailed }: Options<V> = {},
): Saving<B, V> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict<B, V>>();
  const intention = useRef<Intention<B>>(undefined);

  const save = async (body: B, version?: number) => {
    const said = JSON.stringify([body, version]);
    if (intention.current?.said !== said) {
      const ifMatch = version === undefined ? {} : { ifMatch: `"v${version}"` };
      intention.current = { said, write: { body, key: newKey(), ...ifMatch } };
    }
    setBusy(true);
    setFailure(undefined);
    setConflict(undefined);
    try {
      const view = await send(intention.current.write);
      intention.current = undefined;
      say(wordsNow(adminWords).saved, "good");
      onSaved(view);
    } catch (refused) {
      if (!(refused instanceof NoAnswer)) {
        intention.current = undefined;
      }
      if (refused instanceof Problem && refused.status === 412 && refused.current) {
        const current = refused.current as V;
        if (current.version !== version && untouched?.(current)) {
          await save(body, current.version);
        } else {
          setConflict({ mine: body, current });
        }
      } else {
        setFailure(refused);
        onFailed?.(refused);
      }
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, conflict, save, settle: () => setConflict(undefined) };
}
