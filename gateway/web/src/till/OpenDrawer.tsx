import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { CountDrawer } from "./CountDrawer";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";
import { Movements } from "./Movements";
import { MovementSheet } from "./MovementSheet";
import { Read } from "./Read";
import { movementsQuery } from "./reads";
import type { CashSession, NewMovement } from "./types";

/** A drawer that is open: what should be in it, and what went through it. */
export function OpenDrawer({ drawer }: { drawer: CashSession }) {
  const words = useWords(drawerWords);
  const { timeZone } = usePerson();
  const movements = useQuery(movementsQuery(drawer.session_id));
  const [moving, setMoving] = useState<NewMovement["kind"]>();
  const [counting, setCounting] = useState(false);
  const sum = (cents: number) => money(cents, drawer.currency);
  const through = (sign: 1 | -1) =>
    movements.data
      ?.filter(({ amount_cents }) => Math.sign(amount_cents) === sign)
      .reduce((cents, { amount_cents }) => cents + amount_cents, 0);
  if (counting) {
    return <CountDrawer drawer={drawer} onClose={() => setCounting(false)} />;
  }
  return (
    <section className={css.card} aria-labelledby="drawer-title">
      <h2 id="drawer-title">{drawer.till}</h2>
      <p className={css.soft}>{words.openedBy(drawer.opened_by.name, time(drawer.opened_at, timeZone))}</p>
      <dl className={css.figures}>
        <Figure label={words.float} value={sum(drawer.float_cents)} />
        <Figure label={words.cameIn} value={movements.data ? sum(through(1) ?? 0) : "…"} />
        <Figure label={words.wentOut} value={movements.data ? sum(through(-1) ?? 0) : "…"} />
        <Figure label={words.expected} value={sum(drawer.expected_cents)} strong />
      </dl>
      <div className={css.row}>
        <Button onPress={() => setMoving("PAID_IN")}>{words.paidIn}</Button>
        <Button onPress={() => setMoving("PAID_OUT")}>{words.paidOut}</Button>
        <Button onPress={() => setMoving("NO_SALE")}>{words.noSale}</Button>
        <Button kind="primary" onPress={() => setCounting(true)}>
          {words.count}
        </Button>
      </div>
      <h2>{words.movements}</h2>
      <Read of={movements}>{(all) => <Movements movements={all} currency={drawer.currency} />}</Read>
      {moving && <MovementSheet kind={moving} drawer={drawer} onClose={() => setMoving(undefined)} />}
    </section>
  );
}

/** One figure of a drawer, with its name. */
export function Figure({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className={strong ? css.strong : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
