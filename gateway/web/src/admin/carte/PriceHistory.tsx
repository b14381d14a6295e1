import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { money, time, day } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import { Answer } from "../Answer";
import { DataTable } from "../DataTable";
import type { PriceChange } from "../types";
import { carteWords } from "./words";

/** What a dish or set menu has cost; read when it is opened. */
export function PriceHistory({ kind, id, currency }: { kind: "dishes" | "formules"; id: number; currency: string }) {
  const words = useWords(carteWords);
  const { timeZone } = usePerson();
  const [open, setOpen] = useState(false);
  const prices = useQuery({
    queryKey: ["admin-prices", kind, id],
    enabled: open,
    staleTime: 0,
    queryFn: async ({ signal }): Promise<PriceChange[]> => {
      const query = { limit: 50 };
      const page =
        kind === "dishes"
          ? api.GET("/api/menu/dishes/{dish_id}/prices", { params: { path: { dish_id: id }, query }, signal })
          : api.GET("/api/menu/formules/{formule_id}/prices", { params: { path: { formule_id: id }, query }, signal });
      return (await answerOf(page)).data;
    },
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      {open && (
        <Answer of={prices}>
          {(rows) => (
            <DataTable
              caption={words.history}
              rows={rows}
              keyOf={({ changed_at, part }) => `${changed_at} ${part ?? ""}`}
              columns={[
                {
                  head: words.changedAt,
                  cell: ({ changed_at }) => `${day(new Date(changed_at), timeZone)} ${time(changed_at, timeZone)}`,
                },
                { head: words.what, cell: ({ part }) => part ?? words.ordinary },
                {
                  head: words.before,
                  cell: ({ old_cents }) => (old_cents == null ? "–" : money(old_cents, currency)),
                  figure: true,
                },
                { head: words.after, cell: ({ new_cents }) => money(new_cents, currency), figure: true },
                { head: words.by, cell: ({ staff_name }) => staff_name },
              ]}
            />
          )}
        </Answer>
      )}
    </details>
  );
}
