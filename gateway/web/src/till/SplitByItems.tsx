import { useState } from "react";
import type { Bill } from "../api/types";
import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { sayFailure } from "../ui/toasts";
import { ItemPile } from "./ItemPile";
import { payWords } from "./payWords";
import { planOfItems, unpaidLines, type Plan } from "./plan";
import { sharesOf } from "./shares";
import css from "./split.module.css";

const NOBODY = 0;
const MOST_GUESTS = 30;

/** Guests take items: dragged by mouse, finger or keys, or chosen and given. */
export function SplitByItems({ bill, onDone }: { bill: Bill; onDone: (plan: Plan) => void }) {
  const words = useWords(payWords);
  const [guests, setGuests] = useState(2);
  const [holders, setHolders] = useState<ReadonlyMap<number, number>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const lines = unpaidLines(bill);
  const of = (guest: number) => lines.filter(({ item_id }) => (holders.get(item_id) ?? NOBODY) === guest);
  const give = (items: Iterable<number>, guest: number) => {
    setHolders(new Map([...holders, ...[...items].map((item) => [item, guest] as const)]));
    setChosen(new Set());
  };
  const split = async () => {
    setBusy(true);
    try {
      onDone(await planFor(bill, guests, of));
    } catch (failure) {
      sayFailure(failure);
    } finally {
      setBusy(false);
    }
  };
  const chosenHere = [...chosen].filter((item) => (holders.get(item) ?? NOBODY) === NOBODY);
  return (
    <div className={css.items}>
      <ItemPile
        name={words.toSplit}
        lines={of(NOBODY)}
        currency={bill.currency}
        empty={words.allGiven}
        chosen={chosen}
        onChoose={setChosen}
        onDrop={(items) => give(items, NOBODY)}
      />
      <div className={css.guests}>
        {Array.from({ length: guests }, (_, index) => index + 1).map((guest) => (
          <ItemPile
            key={guest}
            name={words.guest(guest)}
            lines={of(guest)}
            currency={bill.currency}
            empty={words.drop}
            chosen={new Set()}
            onDrop={(items) => give(items, guest)}
            action={
              <Button isDisabled={chosenHere.length === 0} onPress={() => give(chosenHere, guest)}>
                {words.give(words.guest(guest))}
              </Button>
            }
            onTakeBack={(item) => give([item], NOBODY)}
          />
        ))}
        <Button isDisabled={guests >= MOST_GUESTS} onPress={() => setGuests(guests + 1)}>
          + {words.addGuest}
        </Button>
        <Button kind="primary" isDisabled={busy || of(NOBODY).length === lines.length} onPress={() => void split()}>
          {words.splitNow}
        </Button>
      </div>
    </div>
  );
}

/** Each guest's items as the server prices them: what was paid for no item makes every part smaller. */
async function planFor(
  bill: Bill,
  guests: number,
  of: (guest: number) => readonly { item_id: number }[],
): Promise<Plan> {
  const takers = Array.from({ length: guests }, (_, index) => index + 1).filter((guest) => of(guest).length > 0);
  const parts = await Promise.all(
    takers.map(async (no) => {
      const ids = of(no).map(({ item_id }) => item_id);
      const { shares } = await sharesOf(bill.order_id, { item_ids: ids.join() });
      return { no, amountCents: shares[0]?.amount_cents ?? 0, itemIds: shares[0]?.item_ids ?? [] };
    }),
  );
  return planOfItems(parts, bill.left_cents);
}
