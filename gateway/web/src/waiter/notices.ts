import { useEffect } from "react";
import type { Item, Order, Table } from "../api/types";
import { connection, onDone, outbox } from "../app/live";
import { queryClient } from "../app/queryClient";
import { tablesQuery } from "../app/reads";
import { money } from "../format/format";
import { wordsNow } from "../i18n/words";
import { orderIn, type ServerEvent } from "../realtime/events";
import { session } from "../session/session";
import { say } from "../ui/toasts";
import { words } from "./words";

const READY_PATTERN = [120, 80, 120, 80, 240];
const told = new Set<string>();

/** Tells, with a vibration, what the kitchen has made ready for this waiter, and what became of what was sent. */
export function useNotices(): void {
  useEffect(() => {
    const stop = [
      connection.listen({ event: tellReady, reload: () => undefined }),
      onDone((_, answer) => tellDifferences(answer)),
    ];
    return () => stop.forEach((each) => each());
  }, []);
  useEffect(() => {
    let refused = count();
    return outbox.subscribe(() => {
      const now = count();
      if (now > refused) {
        say(wordsNow(words).refusedNotice, "bad");
        navigator.vibrate?.([400]);
      }
      refused = now;
    });
  }, []);
}

function count(): number {
  return outbox.writes.filter(({ refusal }) => refusal).length;
}

function tellReady(event: ServerEvent): void {
  const order = orderIn(event);
  if (event.type !== "order.item_moved" || !order || !isMine(order)) {
    return;
  }
  const fresh = order.items.filter((item) => item.state === "READY" && isNew(item));
  if (fresh.length > 0) {
    const what = fresh.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ");
    say(wordsNow(words).readyNotice(what, tableOf(order)?.name ?? ""), "good");
    navigator.vibrate?.(READY_PATTERN);
  }
}

/** Once for each time that it became ready: it may have been called back in between. */
function isNew(item: Item): boolean {
  const name = `${item.item_id} ${item.ready_at ?? ""}`;
  if (told.has(name)) {
    return false;
  }
  told.add(name);
  return true;
}

function isMine(order: Order): boolean {
  const me = session.state.person?.staffId;
  return order.waiter_id === me || tableOf(order)?.waiter_id === me;
}

function tableOf(order: Order): Table | undefined {
  return queryClient.getQueryData(tablesQuery.queryKey)?.find(({ table_id }) => table_id === order.table_id);
}

function tellDifferences(answer: unknown): void {
  const order = answer as Partial<Order> | undefined;
  for (const difference of order?.differences ?? []) {
    const item = order?.items?.find(({ item_id }) => item_id === difference.item_id);
    if (difference.kind === "PRICE_CHANGED" && item && order?.currency) {
      say(
        wordsNow(words).priceChanged(
          item.name,
          money(difference.unit_price_cents ?? item.unit_price_cents, order.currency),
        ),
        "warn",
      );
    }
  }
}
