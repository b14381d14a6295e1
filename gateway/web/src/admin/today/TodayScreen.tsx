import { useQuery } from "@tanstack/react-query";
import { useEvents, useTopics } from "../../app/live";
import { queryClient } from "../../app/queryClient";
import { Reading } from "../../app/reading";
import { tablesQuery } from "../../app/reads";
import type { Table } from "../../api/types";
import { money, time } from "../../format/format";
import { useWords } from "../../i18n/words";
import { usePerson } from "../../session/useSession";
import styles from "../admin.module.css";
import { AdminFrame } from "../AdminFrame";
import { Answer } from "../Answer";
import { dailyQuery, lossesQuery } from "../reads";
import type { DailyReport, LossReport } from "../types";
import { adminWords } from "../words";
import { Card } from "./Card";
import { DayFigures } from "./DayFigures";
import { todayWords } from "./words";

/** Reports are heavier than a tile: a busy evening reads them every two seconds, and not with each dish. */
const reading = new Reading(() => queryClient.invalidateQueries({ queryKey: ["admin"] }), 2_000);

const onEvent = () => reading.now();

/** What happens today, at a glance. */
export function TodayScreen() {
  const words = useWords(adminWords);
  useTopics("floor", "bills");
  useEvents(onEvent);
  const daily = useQuery(dailyQuery());
  const losses = useQuery(lossesQuery()).data;
  const tables = useQuery(tablesQuery).data;
  return (
    <AdminFrame title={words.today}>
      <Answer of={daily}>
        {(report) => (
          <>
            <Cards report={report} losses={losses} tables={tables} />
            <DayFigures report={report} />
          </>
        )}
      </Answer>
    </AdminFrame>
  );
}

interface Props {
  report: DailyReport;
  losses: LossReport | undefined;
  tables: Table[] | undefined;
}

function Cards({ report, losses, tables }: Props) {
  const words = useWords(todayWords);
  const { timeZone } = usePerson();
  const amount = (cents: number) => money(cents, report.currency);
  const { figures } = report;
  const voids = sumOf(losses, "VOID", "CANCELLATION");
  const used = tables?.filter(({ open_order_ids }) => open_order_ids.length > 0);
  return (
    <>
      <p className={styles.hint}>{words.asOf(time(report.as_of, timeZone))}</p>
      <div className={styles.cards}>
        <Card name={words.takings} below={words.tips(amount(report.tip_cents))}>
          {amount(report.takings_cents)}
        </Card>
        <Card name={words.sales} below={words.tickets(figures.tickets)}>
          {amount(figures.sums.total_cents)}
        </Card>
        <Card name={words.average} below={words.orders(figures.orders)}>
          {amount(report.average_ticket_cents)}
        </Card>
        <Card name={words.covers}>{figures.covers}</Card>
        <Card name={words.openTables} below={used && words.seated(used.reduce((sum, { covers }) => sum + covers, 0))}>
          {used ? used.length : "–"} {tables && words.ofTables(tables.length)}
        </Card>
        <Card name={words.voids} below={voids && words.times(voids.times)}>
          {voids ? amount(voids.cents) : "–"}
        </Card>
        <Card name={words.discounts}>{amount(figures.discount_cents)}</Card>
      </div>
    </>
  );
}

function sumOf(losses: LossReport | undefined, ...kinds: string[]): { times: number; cents: number } | undefined {
  return losses?.data
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, each) => ({ times: sum.times + each.times, cents: sum.cents + each.amount_cents }), {
      times: 0,
      cents: 0,
    });
}
