import { useMutation, useMutationState } from "@tanstack/react-query";
import { answerOf, api } from "../api/client";
import { queryClient } from "../app/queryClient";
import { wordsNow } from "../i18n/words";
import { explain, NoAnswer, Problem } from "../problems/problem";
import { say } from "../ui/toasts";
import { withMove, type Move } from "./moves";
import { boardQuery, type ReadBoard } from "./reads";
import { STATIONS } from "../carte/stations";
import { readKitchenAgain } from "./useKitchenLive";
import { kitchenWords } from "./words";

const KEY = ["kitchen", "move"];
const PATIENCE_MS = 8_000;

/** Passes by itself: the same touch is sent again, with the same key, until the server has answered. */
function isPassing(failure: Error): boolean {
  return (
    failure instanceof NoAnswer || (failure instanceof Problem && (failure.status >= 500 || failure.status === 429))
  );
}

function send(move: Move): Promise<unknown> {
  const headers = { "Idempotency-Key": move.key };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  if (move.kind === "item") {
    const params = { path: { item_id: move.itemId }, header: headers };
    return answerOf(api.POST("/api/kitchen/items/{item_id}/state", { params, body: { state: move.state }, signal }));
  }
  const body = { order_id: move.orderId, course: move.course, station: move.station as "HOT", state: move.state };
  return answerOf(api.POST("/api/kitchen/tickets/state", { params: { header: headers }, body, signal }));
}

/** Sends touches one after another, in the order of the fingers, through dead spots as well. */
export function useMoves(): (move: Move) => void {
  const { mutate } = useMutation({
    mutationKey: KEY,
    scope: { id: "kitchen" },
    // Not left to the browser's own idea of being offline, which knows nothing of a gateway that is away.
    networkMode: "always",
    retry: (_, failure) => isPassing(failure),
    retryDelay: (attempt) => Math.min(3_000, 300 * 2 ** attempt),
    mutationFn: send,
    onSuccess: (_, move) => {
      for (const station of STATIONS) {
        queryClient.setQueryData(boardQuery(station).queryKey, (read: ReadBoard | undefined) =>
          read ? { ...read, board: withMove(read.board, move) } : undefined,
        );
      }
    },
    onError: (failure) => {
      const elsewhere = failure instanceof Problem && failure.code === "ITEM_STATE_CONFLICT";
      say(elsewhere ? wordsNow(kitchenWords).doneElsewhere : explain(failure), elsewhere ? "info" : "bad");
    },
    onSettled: readKitchenAgain,
  });
  return mutate;
}

/** Touches that the server has not answered yet, in their order. */
export function usePendingMoves(): Move[] {
  return useMutationState({
    filters: { mutationKey: KEY, status: "pending" },
    select: (mutation) => mutation.state.variables as Move,
  });
}
