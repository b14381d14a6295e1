import { useQuery } from "@tanstack/react-query";
import { stationName } from "../carte/stations";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { common } from "../ui/words";
import { clock } from "./age";
import styles from "./kitchen.module.css";
import { KitchenFrame } from "./KitchenFrame";
import { lateQuery } from "./reads";
import type { LateItem } from "./types";
import { useNow } from "./useNow";
import { placeOf } from "./where";
import { kitchenWords } from "./words";

/** Everything that is past its time, of all stations, the longest over first. */
export function LateScreen() {
  const words = useWords(kitchenWords);
  const shared = useWords(common);
  const { data, error, dataUpdatedAt } = useQuery(lateQuery);
  const now = useNow();
  const since = Math.max(0, Math.floor((now - dataUpdatedAt) / 1000));
  return (
    <KitchenFrame title={`${words.kitchen} · ${words.late}`}>
      {data ? (
        // Scrolls when the kitchen is far behind, by keys as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.late} aria-label={words.late} tabIndex={0}>
          {data.length === 0 ? (
            <p className={styles.nothing}>{words.nothingLate}</p>
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  {[words.overdue, words.dish, words.where, words.station, words.state, words.waiter, words.target].map(
                    (head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {data.map((item) => (
                  <LateRow key={item.item_id} item={item} since={since} />
                ))}
              </tbody>
            </table>
          )}
        </section>
      ) : (
        <p className="empty" role="status">
          {error ? explain(error) : shared.loading}
        </p>
      )}
    </KitchenFrame>
  );
}

function LateRow({ item, since }: { item: LateItem; since: number }) {
  const words = useWords(kitchenWords);
  const tag = useLanguage();
  return (
    <tr>
      <td className={styles.over}>
        <span aria-hidden="true">‼ </span>
        {words.overBy(clock(item.over_seconds + since))}
      </td>
      <th scope="row">
        {item.quantity} × {item.name}
      </th>
      <td>
        {placeOf(item, words)} · {words.course(item.course)}
      </td>
      <td>{stationName(item.station, tag)}</td>
      <td>{item.state === "PREPARING" ? `◐ ${words.PREPARING}` : `○ ${words.SENT}`}</td>
      <td>{item.waiter_name}</td>
      <td>{clock(item.target_seconds)}</td>
    </tr>
  );
}
