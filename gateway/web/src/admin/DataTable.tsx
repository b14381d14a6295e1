import type { ReactNode } from "react";
import styles from "./admin.module.css";

export interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
  /** Figures stand to the right. */
  figure?: boolean;
}

interface Props<T> {
  caption: string;
  rows: readonly T[];
  /** The first names the row. */
  columns: readonly Column<T>[];
  keyOf: (row: T) => string | number;
}

/** A table of figures: scrolls sideways on small screens, by keys as well. */
export function DataTable<T>({ caption, rows, columns, keyOf }: Props<T>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableScroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, figure }) => (
              <th key={head} scope="col" data-figure={figure}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, cell, figure }, index) =>
                index === 0 ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head} data-figure={figure}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
