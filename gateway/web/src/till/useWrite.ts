import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { newKey } from "../api/client";
import { NoAnswer, Problem } from "../problems/problem";

const PATIENCE_MS = 20_000;

export interface Writing<B, A> {
  /** Sends it. The same body is sent with the same key until the server has said yes or no. */
  run: (body: B) => Promise<A>;
  busy: boolean;
  /** Why the last one did not work. */
  failure: Error | null;
  /** What was sent and not answered: nobody knows whether it had an effect, so only the same may be sent again. */
  unanswered: B | undefined;
  /** Forgets a failure: what is sent next is another intention. */
  forget: () => void;
}

/** One write of a screen. Lost answers are asked for again by themselves, twice, and never count twice. */
export function useWrite<B, A>(
  send: (body: B, key: string, signal: AbortSignal) => Promise<A>,
  done?: (answer: A, body: B) => void | Promise<void>,
  patienceMs = PATIENCE_MS,
): Writing<B, A> {
  const intention = useRef<{ text: string; key: string }>(undefined);
  const { mutateAsync, isPending, error, variables, reset } = useMutation<A, Error, B>({
    // Without a network it fails at once and in words, instead of waiting in silence.
    networkMode: "always",
    retry: (failures, failure) => failures < 2 && (isUnanswered(failure) || isBusyElsewhere(failure)),
    retryDelay: (failures) => 500 * 2 ** failures,
    mutationFn: async (body) => {
      const text = JSON.stringify(body);
      if (intention.current?.text !== text) {
        intention.current = { text, key: newKey() };
      }
      const answer = await send(body, intention.current.key, AbortSignal.timeout(patienceMs));
      intention.current = undefined;
      return answer;
    },
    ...(done && { onSuccess: done }),
  });
  return {
    run: mutateAsync,
    busy: isPending,
    failure: error,
    unanswered: isUnanswered(error) ? variables : undefined,
    forget: () => {
      intention.current = undefined;
      reset();
    },
  };
}

/** No answer, or one of a proxy that did not get one. */
function isUnanswered(failure: Error | null): boolean {
  return failure instanceof NoAnswer || (failure instanceof Problem && failure.code.startsWith("HTTP_5"));
}

function isBusyElsewhere(failure: Error): boolean {
  return failure instanceof Problem && failure.code === "REQUEST_IN_PROGRESS";
}
