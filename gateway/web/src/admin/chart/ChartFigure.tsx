import { lazy, Suspense } from "react";
import { useWords } from "../../i18n/words";
import styles from "../admin.module.css";
import { DataTable, type Column } from "../DataTable";
import { adminWords } from "../words";

// Only the desk pays for the library, and only once there is something to draw.
const ChartCanvas = lazy(() => import("./ChartCanvas"));

interface Props<T> {
  title: string;
  kind: "bar" | "doughnut";
  rows: readonly T[];
  labelOf: (row: T) => string;
  /** What is drawn, and how it is told. */
  label: string;
  valueOf: (row: T) => number;
  format: (value: number) => string;
  axis?: (value: number) => string;
  columns: readonly Column<T>[];
  empty: string;
}

/** A chart, and behind it the same figures as a table, which is what screen readers get. */
export function ChartFigure<T>({ title, kind, rows, labelOf, columns, empty, ...drawn }: Props<T>) {
  const words = useWords(adminWords);
  return (
    <figure className={styles.panel}>
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      {rows.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <>
          <div className={styles.chart} aria-hidden="true">
            <Suspense>
              <ChartCanvas
                kind={kind}
                label={drawn.label}
                labels={rows.map(labelOf)}
                values={rows.map(drawn.valueOf)}
                format={drawn.format}
                {...(drawn.axis ? { axis: drawn.axis } : {})}
              />
            </Suspense>
          </div>
          <details>
            <summary>{words.showTable}</summary>
            <DataTable caption={title} rows={rows} columns={columns} keyOf={labelOf} />
          </details>
        </>
      )}
    </figure>
  );
}
