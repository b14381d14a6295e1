import { useMutation } from "@tanstack/react-query";
import { newKey } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { NoAnswer } from "../../problems/problem";
import { say, sayFailure } from "../../ui/toasts";

/** Does one thing once, through short dead spots with the same key; says what came of it, and reads the list again. */
export function useAction<T>(send: (key: string) => Promise<T>, done: (answer: T) => string, reads: readonly string[]) {
  const { mutate, isPending } = useMutation({
    networkMode: "always",
    mutationFn: send,
    retry: (attempts, failure) => failure instanceof NoAnswer && attempts < 3,
    onSuccess: (answer) => say(done(answer), "good"),
    onError: sayFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: reads }),
  });
  return { run: () => mutate(newKey()), busy: isPending };
}

/** Fetches a file; says why when it can't be had. */
export function tryTo(work: Promise<void>): void {
  work.catch(sayFailure);
}
