import { useTopics, useEvents } from "../app/live";
import { queryClient } from "../app/queryClient";
import { billQuery } from "../app/reads";
import type { ServerEvent } from "../realtime/events";

const SOON_MS = 400;
const soon = new Map<string, ReturnType<typeof setTimeout>>();

/** Events come in bursts: a list is read once for each. */
function readSoon(key: string): void {
  if (!soon.has(key)) {
    soon.set(
      key,
      setTimeout(() => {
        soon.delete(key);
        void queryClient.invalidateQueries({ queryKey: [key] });
      }, SOON_MS),
    );
  }
}

function listen({ type, data }: ServerEvent): void {
  if (type.startsWith("payment.") || type === "bill.settled") {
    const { order_id } = data as { order_id?: number };
    if (order_id !== undefined) {
      // One bill for one event, so that the list of open bills tells what is paid and left of it.
      void queryClient.query(billQuery(order_id)).catch(() => undefined);
    }
    readSoon("drawers");
    readSoon("daily");
  } else if (type.startsWith("drawer.")) {
    readSoon("drawers");
  } else if (type === "period.closed") {
    readSoon("closings");
    readSoon("daily");
  }
}

/** What a till has to hear of, on all of its screens. */
export function useTillLive(): void {
  useTopics("floor", "bills");
  useEvents(listen);
}
