import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { openOrdersQuery, tablesQuery } from "../app/reads";
import { useWords } from "../i18n/words";
import { plain } from "../carte/carte";
import { BillsTable } from "./BillsTable";
import css from "./bills.module.css";
import { byPlace, isTyped, rowsOf, type BillRow } from "./openBills";
import { Read } from "./Read";
import { billSumsQuery, settledOrdersQuery } from "./reads";
import { TillFrame } from "./TillFrame";
import { tillWords } from "./words";

const NONE_READ: ReadonlyMap<number, null> = new Map();

/** Bills of the house: what is open, or what was settled lately. */
export function BillsScreen() {
  const words = useWords(tillWords);
  const navigate = useNavigate();
  const { show } = useSearch({ from: "/till/" });
  const orders = useQuery(show === "settled" ? settledOrdersQuery : openOrdersQuery);
  const tables = useQuery(tablesQuery);
  const bills = useQuery(billSumsQuery(orders.data?.map(({ order_id }) => order_id) ?? [])).data ?? NONE_READ;
  const [typed, setTyped] = useState("");
  const inWords = ({ mode }: BillRow) => (mode === "DELIVERY" ? words.delivery : words.takeaway);
  const rows = useMemo(() => rowsOf(orders.data ?? [], tables.data ?? [], bills), [orders.data, tables.data, bills]);
  const shown = rows.filter((row) => isTyped(row, typed, inWords(row)));
  const sorted = show === "settled" ? shown : [...shown].sort(byPlace);
  const open = (orderId: number) => void navigate({ to: "/till/bills/$orderId", params: { orderId } });
  const openFirst = () => {
    const named = sorted.find(({ table }) => table !== "" && plain(table) === plain(typed.trim()));
    const first = named ?? sorted[0];
    if (first && typed.trim() !== "") {
      open(first.orderId);
    }
  };
  return (
    <TillFrame title={words.bills} aside={<span className="badge">{words.openBills(rows.length)}</span>}>
      <div className={css.tools}>
        <div className={css.shown}>
          <Link to="/till" search={{}} className="button" activeOptions={{ exact: true }}>
            {words.open}
          </Link>
          <Link to="/till" search={{ show: "settled" }} className="button" activeOptions={{ exact: true }}>
            {words.settled}
          </Link>
        </div>
        <form
          className={css.filter}
          onSubmit={(event) => {
            event.preventDefault();
            openFirst();
          }}
        >
          <input
            className="field__input"
            type="search"
            aria-label={words.filter}
            placeholder={words.filter}
            autoComplete="off"
            value={typed}
            // The one field of this screen: whoever comes here types a table.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </div>
      <Read of={orders}>
        {() => (
          <BillsTable
            rows={sorted}
            settled={show === "settled"}
            onOpen={open}
            empty={typed.trim() !== "" ? words.noMatch(typed) : show === "settled" ? words.noSettled : words.noBills}
          />
        )}
      </Read>
    </TillFrame>
  );
}
