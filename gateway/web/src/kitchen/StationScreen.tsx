import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { newKey } from "../api/client";
import { stationName } from "../carte/stations";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import { common } from "../ui/words";
import { Bounce } from "./bounce";
import { CountsPanel } from "./CountsPanel";
import styles from "./kitchen.module.css";
import { KitchenFrame } from "./KitchenFrame";
import { apart, nextOfItem, nextOfTicket, ticketId, withMove } from "./moves";
import { PassStrip } from "./PassStrip";
import { boardQuery, expoQuery } from "./reads";
import { setScreen, useScreen } from "./settings";
import { TicketPages } from "./TicketPages";
import type { Line, Station, Ticket } from "./types";
import { useAlerts } from "./useAlerts";
import { useMoves, usePendingMoves } from "./useMoves";
import { useNow } from "./useNow";
import { useRecall } from "./useRecall";
import { kitchenWords } from "./words";

/** What one station has to do. */
export function StationScreen({ station, onChange }: { station: Station; onChange: () => void }) {
  const words = useWords(kitchenWords);
  const shared = useWords(common);
  const tag = useLanguage();
  const { counts } = useScreen();
  const { data, error } = useQuery(boardQuery(station));
  const held = useQuery(expoQuery).data;
  const heldOf = useMemo(() => new Map(held?.map((order) => [order.order_id, order.held_courses])), [held]);
  const pending = usePendingMoves();
  const shown = useMemo(() => data && apart(pending.reduce(withMove, data.board)), [data, pending]);
  const now = useNow() + (data?.aheadMs ?? 0);
  useAlerts(data?.board.tickets, now);
  const move = useMoves();
  const { recall, busy } = useRecall();
  const [bounce] = useState(() => new Bounce());

  const onTicket = useCallback(
    (ticket: Ticket) => {
      const { order_id: orderId, course } = ticket;
      if (bounce.isMeant(ticketId(ticket), true, performance.now())) {
        move({ kind: "ticket", key: newKey(), orderId, course, station, state: nextOfTicket(ticket) });
      }
    },
    [bounce, move, station],
  );
  const onItem = (line: Line) => {
    const state = nextOfItem(line);
    if (bounce.isMeant(`item ${line.item_id}`, false, performance.now())) {
      if (state) {
        move({ kind: "item", key: newKey(), itemId: line.item_id, state });
      } else {
        recall({ itemId: line.item_id });
      }
    }
  };

  const name = stationName(station, tag);
  return (
    <KitchenFrame
      title={`${words.kitchen} · ${name}`}
      aside={
        <>
          <Button onPress={onChange} aria-label={words.changeStation(name)}>
            {name}
          </Button>
          <Button isDisabled={busy} onPress={() => recall({ station })}>
            <span aria-hidden="true">↶</span> {words.recall}
          </Button>
          <Button aria-pressed={counts} onPress={() => setScreen({ counts: !counts })}>
            {words.counts}
          </Button>
        </>
      }
    >
      {shown ? (
        <div className={styles.board}>
          <div className={styles.work}>
            {shown.toMake.length === 0 && <p className={styles.nothing}>{words.nothing}</p>}
            <TicketPages tickets={shown.toMake} now={now} heldOf={heldOf} onTicket={onTicket} onItem={onItem} />
            <PassStrip tickets={shown.ready} onTicket={onTicket} />
          </div>
          {counts && <CountsPanel station={station} />}
        </div>
      ) : (
        <p className="empty" role="status">
          {error ? explain(error) : shared.loading}
        </p>
      )}
    </KitchenFrame>
  );
}
