import { useInfiniteQuery } from "@tanstack/react-query";
import { day, money } from "../format/format";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { Button } from "../ui/Button";
import css from "./closings.module.css";
import { closingWords } from "./closingWords";
import { closingsQuery } from "./reads";
import type { Closing } from "./types";

/** Earlier closings, the newest first. */
export function ClosingList({ onShow }: { onShow: (closing: Closing) => void }) {
  const words = useWords(closingWords);
  const closings = useInfiniteQuery(closingsQuery);
  const all = closings.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section className={css.card} aria-labelledby="closings-title">
      <h2 id="closings-title">{words.earlier}</h2>
      {closings.isError && (
        <p className="notice notice--bad" role="alert">
          {explain(closings.error)}
        </p>
      )}
      {closings.isSuccess && all.length === 0 && <p className={css.soft}>{words.none}</p>}
      {all.length > 0 && (
        // Scrolls on narrow screens, and so has to be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.scroll} role="region" aria-label={words.earlier} tabIndex={0}>
          <table className={css.table}>
            <thead>
              <tr>
                {[words.kind, words.period, words.closedBy, words.total, words.perpetual, words.view].map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((closing) => (
                <tr key={closing.closing_id}>
                  <th scope="row">{words.name(closing.kind, closing.closing_no)}</th>
                  <td>{periodOf(closing)}</td>
                  <td>{closing.closed_by.name}</td>
                  <td>{money(closing.figures.sums.total_cents, closing.currency)}</td>
                  <td>{money(closing.perpetual.total_cents, closing.currency)}</td>
                  <td>
                    <Button
                      aria-label={words.show(words.name(closing.kind, closing.closing_no))}
                      onPress={() => onShow(closing)}
                    >
                      {words.view}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {closings.hasNextPage && (
        <Button isDisabled={closings.isFetching} onPress={() => void closings.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function periodOf({ first_day, last_day }: Closing): string {
  return first_day === last_day ? day(first_day) : `${day(first_day)} – ${day(last_day)}`;
}
