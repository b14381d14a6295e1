import { useMutation } from "@tanstack/react-query";
import { answerOf, api, newKey } from "../api/client";
import { wordsNow } from "../i18n/words";
import { NoAnswer } from "../problems/problem";
import { say, sayFailure } from "../ui/toasts";
import type { Station } from "./types";
import { readKitchenAgain } from "./useKitchenLive";
import { kitchenWords } from "./words";

interface Recall {
  key: string;
  of: { station: Station } | { itemId: number };
}

function send({ key, of }: Recall): Promise<unknown> {
  const header = { "Idempotency-Key": key };
  if ("itemId" in of) {
    const params = { path: { item_id: of.itemId }, header };
    return answerOf(api.POST("/api/kitchen/items/{item_id}/recall", { params }));
  }
  return answerOf(api.POST("/api/kitchen/recall", { params: { header }, body: of }));
}

/** One step back: what the station finished last, or one item. */
export function useRecall(): { recall: (of: Recall["of"]) => void; busy: boolean } {
  const { mutate, isPending } = useMutation({
    networkMode: "always",
    retry: (attempts, failure) => failure instanceof NoAnswer && attempts < 3,
    mutationFn: send,
    onSuccess: () => say(wordsNow(kitchenWords).recalled, "good"),
    onError: sayFailure,
    onSettled: readKitchenAgain,
  });
  return { recall: (of) => mutate({ key: newKey(), of }), busy: isPending };
}
