import { useQuery } from "@tanstack/react-query";
import { newKey } from "../api/client";
import { useLanguage } from "../i18n/language";
import { stationName } from "../carte/stations";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { usePerson } from "../session/useSession";
import { Button } from "../ui/Button";
import { common } from "../ui/words";
import { clock } from "./age";
import styles from "./kitchen.module.css";
import { KitchenFrame } from "./KitchenFrame";
import { expoQuery } from "./reads";
import type { ExpoCourse, ExpoOrder } from "./types";
import { useMoves, usePendingMoves } from "./useMoves";
import { useNow } from "./useNow";
import { modeOf, placeOf, wantedOf } from "./where";
import { kitchenWords } from "./words";

/** The pass: what every order waits for, station by station, and what can go. */
export function ExpoScreen() {
  const words = useWords(kitchenWords);
  const shared = useWords(common);
  const { data, error } = useQuery(expoQuery);
  const now = useNow();
  return (
    <KitchenFrame title={`${words.kitchen} · ${words.expo}`}>
      {data ? (
        // It scrolls, so the keyboard has to get there (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.expo} aria-label={words.expo} tabIndex={0}>
          {data.length === 0 && <p className={styles.nothing}>{words.nothingExpo}</p>}
          {readyFirst(data).map((order) => (
            <OrderCard key={order.order_id} order={order} now={now} />
          ))}
        </section>
      ) : (
        <p className="empty" role="status">
          {error ? explain(error) : shared.loading}
        </p>
      )}
    </KitchenFrame>
  );
}

/** What can go comes first; within, the oldest. */
function readyFirst(orders: ExpoOrder[]): ExpoOrder[] {
  const canGo = ({ courses }: ExpoOrder) => courses.some(({ can_go }) => can_go);
  return [...orders.filter(canGo), ...orders.filter((order) => !canGo(order))];
}

function OrderCard({ order, now }: { order: ExpoOrder; now: number }) {
  const words = useWords(kitchenWords);
  const { timeZone } = usePerson();
  const place = placeOf(order, words);
  const since = clock(Math.max(0, Math.floor((now - Date.parse(order.opened_at)) / 1000)));
  const facts = [
    modeOf(order, words),
    wantedOf(order, words, timeZone),
    order.covers == null ? "" : words.covers(order.covers),
    order.waiter_name,
    words.since(since),
  ];
  return (
    <article className={styles.ticket} aria-label={place}>
      <header className={styles.expoHead}>
        <h2 className={styles.place}>{place}</h2>
        <p className={styles.facts}>{facts.filter(Boolean).join(" · ")}</p>
      </header>
      {order.courses.map((course) => (
        <CourseRow key={course.course} order={order} course={course} place={place} />
      ))}
      {order.held_courses.map((course) => (
        <p key={course} className={styles.held}>
          <span aria-hidden="true">‖ </span>
          {words.course(course)} : {words.held}
        </p>
      ))}
    </article>
  );
}

function CourseRow({ order, course, place }: { order: ExpoOrder; course: ExpoCourse; place: string }) {
  const words = useWords(kitchenWords);
  const tag = useLanguage();
  const move = useMoves();
  const isGoing = usePendingMoves().some(
    (each) => each.kind === "ticket" && each.orderId === order.order_id && each.course === course.course,
  );
  const go = () => {
    for (const { station, ready } of course.stations) {
      if (ready > 0) {
        const { order_id: orderId } = order;
        move({ kind: "ticket", key: newKey(), orderId, course: course.course, station, state: "SERVED" });
      }
    }
  };
  return (
    <section className={styles.course} data-go={course.can_go}>
      <h3>{words.course(course.course)}</h3>
      <ul className={styles.parts}>
        {course.stations.map((part) => (
          <li key={part.station}>
            <strong>{stationName(part.station, tag)}</strong>
            {part.to_make > 0 && <span>○ {words.toMake(part.to_make)}</span>}
            {part.preparing > 0 && <span>◐ {words.preparing(part.preparing)}</span>}
            {part.ready > 0 && <span>✓ {words.ready(part.ready)}</span>}
          </li>
        ))}
      </ul>
      {course.can_go && (
        <Button
          kind="primary"
          isDisabled={isGoing}
          onPress={go}
          aria-label={`${words.goTicket} : ${place}, ${words.course(course.course)}`}
        >
          ✓ {words.canGo} · {words.goTicket}
        </Button>
      )}
    </section>
  );
}
