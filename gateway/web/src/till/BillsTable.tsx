import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import { minutesSince, money, time } from "../format/format";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { usePerson } from "../session/useSession";
import css from "./bills.module.css";
import { placeOf, type BillRow } from "./openBills";
import { useNow } from "./useNow";
import { tillWords } from "./words";

interface Props {
  rows: readonly BillRow[];
  settled: boolean;
  onOpen: (orderId: number) => void;
  empty: string;
}

/** Bills by line; arrows move, Enter or a touch opens. */
export function BillsTable({ rows, settled, onOpen, empty }: Props) {
  const words = useWords(tillWords);
  const language = useLanguage();
  const now = useNow();
  const { timeZone } = usePerson();
  const age = ({ openedAt }: BillRow) => {
    const minutes = minutesSince(openedAt, now);
    return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
  };
  return (
    <Table
      className={css.table}
      aria-label={settled ? words.settled : words.open}
      onRowAction={(key) => onOpen(Number(key))}
    >
      <TableHeader className={css.head}>
        <Column isRowHeader>{words.table}</Column>
        <Column className={`${css.number} ${css.aside}`}>{words.covers}</Column>
        <Column className={css.aside}>{words.waiter}</Column>
        <Column className={`${css.number} ${css.aside}`}>{settled ? words.closedAt : words.since}</Column>
        <Column className={css.number}>{words.total}</Column>
        <Column className={`${css.number} ${css.aside}`}>{words.paid}</Column>
        <Column className={css.number}>{words.left}</Column>
      </TableHeader>
      <TableBody
        items={rows.map((row) => ({ ...row, id: row.orderId }))}
        dependencies={[language, now, settled]}
        renderEmptyState={() => <p className="empty">{empty}</p>}
      >
        {(row) => (
          <Row id={row.id} className={css.row} textValue={row.table || String(row.orderId)}>
            <Cell>
              <span className={css.name}>{placeOf(row, words)}</span>
              <span className={css.under}>
                {row.table ? `${row.area} · ${words.order(row.orderId)}` : words.order(row.orderId)}
              </span>
            </Cell>
            <Cell className={`${css.number} ${css.aside}`}>{row.covers ?? "–"}</Cell>
            <Cell className={css.aside}>{row.waiter}</Cell>
            <Cell className={`${css.number} ${css.aside}`}>
              {settled ? row.closedAt && time(row.closedAt, timeZone) : age(row)}
            </Cell>
            <Cell className={css.number}>{money(row.totalCents, row.currency)}</Cell>
            <Cell className={`${css.number} ${css.aside}`}>
              {row.paidCents === undefined ? "–" : money(row.paidCents, row.currency)}
            </Cell>
            <Cell className={`${css.number} ${css.left}`}>
              {row.leftCents === undefined ? "–" : money(row.leftCents, row.currency)}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}
