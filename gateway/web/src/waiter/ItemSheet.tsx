import { useId, useState } from "react";
import { api, writeNow } from "../api/client";
import type { Item, Order, Table } from "../api/types";
import { showOrder } from "../app/live";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { Sheet } from "../ui/Sheet";
import { say } from "../ui/toasts";
import { Picks } from "./Picks";
import { Stepper } from "./Stepper";
import { voidHeld } from "./taking";
import { useApproval } from "./useApproval";
import { words as waiterWords } from "./words";

interface Props {
  table: Table;
  order: Order;
  item: Item;
  /** How calls name the order. */
  name: string;
  onClose: () => void;
}

/** Takes an item, or some of it, off the order. */
export function ItemSheet({ table, order, item, name, onClose }: Props) {
  const words = useWords(waiterWords);
  const person = usePerson();
  const { act, dialog } = useApproval();
  const [quantity, setQuantity] = useState(item.quantity);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const otherId = useId();
  const reasons = words.reasons.split("|");

  const takeOff = async () => {
    const body = { reason: reason.trim(), quantity };
    if (item.state === "HELD") {
      // The kitchen knows nothing of it: no approval, and so no network either.
      await voidHeld(person, table, name, { itemId: item.item_id, name: item.name }, body);
      onClose();
      return;
    }
    setBusy(true);
    await act({
      action: "VOID",
      orderId: order.order_id,
      what: words.voidTitle(`${quantity} × ${item.name}`),
      run: async (approval_token) => {
        const path = { order_id: String(order.order_id), item_id: item.item_id };
        const changed = await writeNow((key) =>
          api.POST("/api/orders/{order_id}/items/{item_id}/void", {
            params: { path, header: { "Idempotency-Key": key } },
            body: { ...body, ...(approval_token ? { approval_token } : {}) },
          }),
        );
        showOrder(changed);
      },
      onDone: () => {
        say(words.done, "good");
        onClose();
      },
    });
    setBusy(false);
  };

  if (dialog) {
    return dialog;
  }
  return (
    <Sheet title={words.voidTitle(item.name)} onClose={onClose}>
      {item.quantity > 1 && (
        <Stepper
          label={words.quantity}
          value={quantity}
          min={1}
          max={item.quantity}
          less={words.oneLess(item.name)}
          more={words.oneMore(item.name)}
          onChange={setQuantity}
        />
      )}
      <div className="field">
        <span className="field__label">{words.voidReason}</span>
        <Picks
          label={words.voidReason}
          picks={reasons.map((id) => ({ id, label: id }))}
          picked={[reason]}
          onPick={setReason}
        />
      </div>
      <div className="field">
        <label className="field__label" htmlFor={otherId}>
          {words.otherReason}
        </label>
        <input
          id={otherId}
          className="field__input"
          maxLength={200}
          value={reasons.includes(reason) ? "" : reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="sheet__actions">
        <Button onPress={onClose}>{words.back}</Button>
        <Button kind="danger" isDisabled={busy || reason.trim() === ""} onPress={() => void takeOff()}>
          {words.doVoid(quantity)}
        </Button>
      </div>
    </Sheet>
  );
}
