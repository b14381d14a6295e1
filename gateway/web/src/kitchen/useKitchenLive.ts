import { useEffect } from "react";
import { useEvents, useLiveness, useTopics } from "../app/live";
import { queryClient } from "../app/queryClient";
import { orderIn, type ServerEvent } from "../realtime/events";
import { STATIONS } from "../carte/stations";
import { withOrder } from "./moves";
import { Reading } from "../app/reading";
import { boardQuery, type ReadBoard } from "./reads";

const isBoard = (view: unknown) => view === "board" || view === "counts";

/** What cooks act on is read first; what tells of other stations may be a moment later. */
const boards = new Reading(() =>
  queryClient.invalidateQueries({ predicate: ({ queryKey: [face, view] }) => face === "kitchen" && isBoard(view) }),
);
const others = new Reading(
  () =>
    queryClient.invalidateQueries({ predicate: ({ queryKey: [face, view] }) => face === "kitchen" && !isBoard(view) }),
  700,
);

export function readKitchenAgain(): void {
  boards.now();
  others.now();
}

function onEvent(event: ServerEvent): void {
  const order = orderIn(event);
  if (order) {
    for (const station of STATIONS) {
      queryClient.setQueryData(boardQuery(station).queryKey, (read: ReadBoard | undefined) =>
        read ? { ...read, board: withOrder(read.board, order) } : undefined,
      );
    }
  }
  if (order || event.type === "table.changed") {
    readKitchenAgain();
  }
}

/**
 * Keeps what the kitchen sees as new as the server's: every event leads to a read that begins after it, and so does a
 * connection that came back. The floor's topic tells of held courses and of guests who change tables as well.
 */
export function useKitchenLive(): void {
  useTopics("floor");
  useEvents(onEvent);
  const liveness = useLiveness();
  useEffect(() => {
    if (liveness === "live") {
      readKitchenAgain();
    }
  }, [liveness]);
}

/** The wall screen does not go dark in the middle of a service, where the browser allows to ask for that. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const hold = async () => {
      if (!document.hidden && "wakeLock" in navigator) {
        lock = await navigator.wakeLock.request("screen").catch(() => undefined);
        if (over) {
          void lock?.release();
        }
      }
    };
    const again = () => void hold();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
