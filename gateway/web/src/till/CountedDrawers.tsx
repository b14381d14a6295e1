import { useQuery } from "@tanstack/react-query";
import { day, money, time } from "../format/format";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import css from "./drawer.module.css";
import { drawerWords } from "./drawerWords";
import { countedDrawersQuery } from "./reads";
import { Read } from "./Read";

/** Drawers that were counted: what was expected, what was found, and the difference. */
export function CountedDrawers() {
  const words = useWords(drawerWords);
  const { timeZone } = usePerson();
  const drawers = useQuery(countedDrawersQuery);
  return (
    <Read of={drawers}>
      {(all) =>
        all.length > 0 && (
          <section className={css.card} aria-labelledby="counted-title">
            <h2 id="counted-title">{words.earlier}</h2>
            {/* Scrolls on narrow screens, and so has to be reached by keys. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={css.scroll} role="region" aria-label={words.earlier} tabIndex={0}>
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.till}</th>
                    <th scope="col">{words.at}</th>
                    <th scope="col">{words.who}</th>
                    {[words.expected, words.counted, words.difference].map((label) => (
                      <th key={label} scope="col" className={css.number}>
                        {label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {all.map((drawer) => (
                    <tr key={drawer.session_id}>
                      <th scope="row">{drawer.till}</th>
                      <td>
                        {day(drawer.business_date)} {drawer.closed_at && time(drawer.closed_at, timeZone)}
                      </td>
                      <td>{drawer.closed_by?.name}</td>
                      {[drawer.expected_cents, drawer.counted_cents ?? 0, drawer.difference_cents ?? 0].map(
                        (cents, index) => (
                          <td key={index} className={css.number}>
                            {money(cents, drawer.currency)}
                          </td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )
      }
    </Read>
  );
}
