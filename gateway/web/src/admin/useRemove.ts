import { useMutation } from "@tanstack/react-query";
import { newKey } from "../api/client";
import { wordsNow } from "../i18n/words";
import { NoAnswer } from "../problems/problem";
import { say, sayFailure } from "../ui/toasts";
import { adminWords } from "./words";

/** Removes something once, with one key for all attempts. */
export function useRemove(send: (key: string) => Promise<unknown>, onRemoved: () => void) {
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    retry: (attempts, failure) => failure instanceof NoAnswer && attempts < 2,
    networkMode: "always",
    onSuccess: () => {
      say(wordsNow(adminWords).removed, "good");
      onRemoved();
    },
    onError: sayFailure,
  });
  return { remove: () => mutate(newKey()), busy: isPending };
}
