import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import { carteQuery } from "../../app/reads";
import { useMutation } from "@tanstack/react-query";
import { newKey } from "../../api/client";
import { NoAnswer } from "../../problems/problem";
import { sayFailure } from "../../ui/toasts";

export interface Availability {
  available: boolean;
  until?: "TOMORROW";
  portions?: number;
}

interface Change {
  kind: "dish" | "formule";
  id: number;
  body: Availability;
  key: string;
}

function send({ kind, id, body, key }: Change): Promise<unknown> {
  const header = { "Idempotency-Key": key };
  return kind === "dish"
    ? answerOf(api.PUT("/api/menu/dishes/{dish_id}/availability", { params: { path: { dish_id: id }, header }, body }))
    : answerOf(
        api.PUT("/api/menu/formules/{formule_id}/availability", {
          params: { path: { formule_id: id }, header },
          body: { available: body.available, ...(body.until ? { until: body.until } : {}) },
        }),
      );
}

/** Says that something is sold out, or back; whoever says it last is right. */
export function useAvailability() {
  const { mutate, isPending, variables } = useMutation({
    mutationFn: send,
    networkMode: "always",
    retry: (attempts, failure) => failure instanceof NoAnswer && attempts < 3,
    onError: sayFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: carteQuery.queryKey }),
  });
  return {
    set: (kind: Change["kind"], id: number, body: Availability) => mutate({ kind, id, body, key: newKey() }),
    isBusy: (kind: Change["kind"], id: number) => isPending && variables?.kind === kind && variables.id === id,
  };
}
