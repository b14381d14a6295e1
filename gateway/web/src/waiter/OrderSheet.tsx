import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { api, writeNow } from "../api/client";
import type { Order, Table } from "../api/types";
import { showOrder } from "../app/live";
import { queryClient } from "../app/queryClient";
import { openOrdersQuery, tablesQuery } from "../app/reads";
import { money, percent } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { say, sayFailure } from "../ui/toasts";
import { Picks } from "./Picks";
import { useApproval } from "./useApproval";
import { words as waiterWords } from "./words";

type View = "actions" | "discount" | "transfer" | "merge" | "cancel";

const PERCENTS_BP = [500, 1000, 1500, 2000, 5000];
const COMP = 10_000;

interface Props {
  table: Table;
  order: Order;
  onClose: () => void;
}

/** What is done to a whole order; each of it needs the network, because others have to agree or make room. */
export function OrderSheet({ table, order, onClose }: Props) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const navigate = useNavigate();
  const { act, dialog } = useApproval();
  const [view, setView] = useState<View>("actions");
  const tables = useQuery(tablesQuery).data ?? [];
  const open = useQuery({ ...openOrdersQuery, enabled: view === "merge" }).data ?? [];
  const [share, setShare] = useState<number>();
  const [reason, setReason] = useState("");
  const path = { order_id: String(order.order_id) };

  const finish = (changed: Order) => {
    showOrder(changed);
    void queryClient.invalidateQueries({ queryKey: tablesQuery.queryKey });
    say(words.done, "good");
    onClose();
  };

  const transfer = (to: Table) =>
    writeNow((key) =>
      api.POST("/api/orders/{order_id}/transfer", {
        params: { path, header: { "Idempotency-Key": key } },
        body: { table_id: to.table_id, ...(to.open_order_ids.length > 0 ? { additional: true } : {}) },
      }),
    ).then((changed) => {
      finish(changed);
      void navigate({ to: "/waiter/tables/$tableId", params: { tableId: String(to.table_id) }, replace: true });
    }, sayFailure);

  const merge = (from: number) =>
    writeNow((key) =>
      api.POST("/api/orders/{order_id}/merge", {
        params: { path, header: { "Idempotency-Key": key } },
        body: { from_order_id: from },
      }),
    ).then(finish, sayFailure);

  const takeOver = () =>
    writeNow((key) =>
      api.PUT("/api/tables/{table_id}/waiter", {
        params: { path: { table_id: table.table_id }, header: { "Idempotency-Key": key } },
        body: { waiter_id: person.staffId },
      }),
    ).then(() => finish(order), sayFailure);

  const discount = (bp: number) =>
    act({
      action: "DISCOUNT",
      orderId: order.order_id,
      what: `${words.discount} ${bp === COMP ? words.comp : percent(bp)}`,
      run: async (approval_token) => {
        const approval = approval_token ? { approval_token } : {};
        const kind = bp === COMP ? { kind: "COMP" as const } : { kind: "PERCENT" as const, percent_bp: bp };
        const changed = await writeNow((key) =>
          api.POST("/api/orders/{order_id}/discounts", {
            params: { path, header: { "Idempotency-Key": key } },
            body: { ...kind, reason: reason.trim(), ...approval },
          }),
        );
        showOrder(changed);
      },
      onDone: () => {
        say(words.done, "good");
        onClose();
      },
    });

  const cancel = () =>
    act({
      action: "CANCEL",
      orderId: order.order_id,
      what: words.cancelTitle,
      run: async (approval_token) => {
        const changed = await writeNow((key) =>
          api.POST("/api/orders/{order_id}/cancel", {
            params: { path, header: { "Idempotency-Key": key } },
            body: { reason: reason.trim(), ...(approval_token ? { approval_token } : {}) },
          }),
        );
        finish(changed);
      },
      onDone: onClose,
    });

  if (dialog) {
    return dialog;
  }
  const toActions = () => setView("actions");
  switch (view) {
    case "actions":
      return (
        <Sheet title={words.order(order.order_id)} onClose={onClose}>
          <Button onPress={() => setView("transfer")}>{words.transfer}</Button>
          <Button onPress={() => setView("merge")}>{words.merge}</Button>
          <Button onPress={() => setView("discount")}>{words.discount}</Button>
          <Button
            onPress={() =>
              void navigate({
                to: "/waiter/tables/$tableId/carte",
                params: { tableId: String(table.table_id) },
                search: { order: "new" },
              })
            }
          >
            {words.secondOrder}
          </Button>
          {table.waiter_id !== person.staffId && <Button onPress={() => void takeOver()}>{words.takeOver}</Button>}
          <Button kind="danger" onPress={() => setView("cancel")}>
            {words.cancelOrder}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {words.back}
          </Button>
        </Sheet>
      );
    case "transfer":
      return (
        <Sheet title={words.transferTitle} onClose={toActions}>
          <Picks
            dense
            label={words.transferTitle}
            picks={tables
              .filter(({ table_id }) => table_id !== table.table_id)
              .sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
              .map((each) => ({
                id: each.table_id,
                label: each.name,
                aside: words[each.state as keyof Pick<typeof words, "FREE">] ?? "",
              }))}
            picked={[]}
            onPick={(id) => {
              const to = tables.find(({ table_id }) => table_id === id);
              if (to) {
                void transfer(to);
              }
            }}
          />
        </Sheet>
      );
    case "merge": {
      const others = open.filter(({ order_id }) => order_id !== order.order_id);
      return (
        <Sheet title={words.mergeTitle} onClose={toActions}>
          {others.length === 0 && <p className="empty">{words.noOther}</p>}
          <Picks
            label={words.mergeTitle}
            picks={others.map((other) => ({
              id: other.order_id,
              label: `${words.order(other.order_id)} · ${
                tables.find(({ table_id }) => table_id === other.table_id)?.name ?? other.service_mode
              }`,
              aside: money(other.total_cents, other.currency),
            }))}
            picked={[]}
            onPick={(id) => void merge(id)}
          />
        </Sheet>
      );
    }
    case "discount":
      return (
        <Sheet title={words.discountTitle} onClose={toActions}>
          <Picks
            dense
            label={words.discountTitle}
            picks={[...PERCENTS_BP.map((id) => ({ id, label: percent(id) })), { id: COMP, label: words.comp }]}
            picked={share === undefined ? [] : [share]}
            onPick={setShare}
          />
          <Reason value={reason} onChange={setReason} />
          <Button
            kind="primary"
            isDisabled={share === undefined || reason.trim() === ""}
            onPress={() => share !== undefined && void discount(share)}
          >
            {words.giveDiscount}
          </Button>
        </Sheet>
      );
    case "cancel":
      return (
        <Sheet title={words.cancelTitle} onClose={toActions}>
          <Reason value={reason} onChange={setReason} />
          <Button kind="danger" isDisabled={reason.trim() === ""} onPress={() => void cancel()}>
            {words.cancelOrder}
          </Button>
        </Sheet>
      );
  }
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useWords(waiterWords);
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {words.voidReason}
      </label>
      <input
        id={id}
        className="field__input"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
