import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useId, useState } from "react";
import type { Dish, Formule } from "../api/types";
import { carteQuery } from "../app/reads";
import { dishesById, isFormuleAvailable, matches, nameOf, priceNow } from "../carte/carte";
import { money } from "../format/format";
import { useLanguage } from "../i18n/language";
import { useWords } from "../i18n/words";
import { explain } from "../problems/problem";
import { newKey } from "../api/client";
import { usePerson } from "../session/useSession";
import { BackLink } from "../ui/BackLink";
import { Button } from "../ui/Button";
import { Frame } from "../ui/Frame";
import { say } from "../ui/toasts";
import { useNow } from "../ui/useNow";
import { common } from "../ui/words";
import { BasketSheet } from "./BasketSheet";
import styles from "./carte.module.css";
import { ConfigureSheet } from "./ConfigureSheet";
import { changeDraft, countOf, totalOf, useDraft, withChanged, withLine, type Line } from "./draft";
import { sendDraft } from "./taking";
import { targetOf, useTable } from "./useTable";
import { words as waiterWords } from "./words";

const FORMULES = 0;
const MOST_FOUND = 60;

type Thing = { dish: Dish } | { formule: Formule };
type Asked = { thing: Thing; line?: Line; details?: boolean };

/** The carte at a table: find, choose, and send. */
export function CarteScreen() {
  const words = useWords(waiterWords);
  const shared = useWords(common);
  const tag = useLanguage();
  const person = usePerson();
  const now = new Date(useNow());
  const navigate = useNavigate();
  const tableId = Number(useParams({ strict: false }).tableId);
  const { order: named } = useSearch({ strict: false });
  const at = useTable(tableId);
  const draft = useDraft(person.staffId, tableId);
  const read = useQuery(carteQuery);
  const [category, setCategory] = useState<number>();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const [asked, setAsked] = useState<Asked>();
  const [basket, setBasket] = useState(false);
  const searchId = useId();

  const carte = read.data?.carte;
  const change = (next: Parameters<typeof changeDraft>[2]) => changeDraft(person.staffId, tableId, next);
  const title = at.table ? words.table(at.table.name) : "";
  const back = <BackLink to="/waiter/tables/$tableId" params={{ tableId: String(tableId) }} />;
  if (!carte || !at.table) {
    return (
      <Frame title={title} back={back} takes>
        <p className="empty" role="status">
          {read.isError ? explain(read.error) : shared.loading}
        </p>
      </Frame>
    );
  }

  const { table } = at;
  const dishes = dishesById(carte);
  const chosen = category ?? carte.categories[0]?.category_id ?? FORMULES;
  const found: Thing[] = search
    ? [
        ...carte.formules.map((formule) => ({ formule })),
        ...carte.categories.flatMap((each) => each.dishes.map((dish) => ({ dish }))),
      ]
        .filter((thing) => matches(nameOf("dish" in thing ? thing.dish : thing.formule, tag), search))
        .slice(0, MOST_FOUND)
    : chosen === FORMULES
      ? carte.formules.map((formule) => ({ formule }))
      : (carte.categories.find(({ category_id }) => category_id === chosen)?.dishes ?? []).map((dish) => ({ dish }));

  const add = (thing: Thing) => {
    if ("formule" in thing || thing.dish.option_group_ids.length > 0) {
      setAsked({ thing });
      return;
    }
    navigator.vibrate?.(15);
    const { dish } = thing;
    change((before) =>
      withLine(before, {
        uid: newKey(),
        dishId: dish.dish_id,
        name: nameOf(dish, tag),
        quantity: 1,
        options: [],
        optionNames: [],
        choices: [],
        note: "",
        hold: false,
        allergies: [],
        unitCents: priceNow(dish, now, person.timeZone),
      }),
    );
  };

  const send = async () => {
    await sendDraft(person, table, draft, targetOf(at, named));
    say(words.sent(table.name), "good");
    await navigate({ to: "/waiter/tables/$tableId", params: { tableId: String(tableId) }, replace: true });
  };

  const count = countOf(draft);
  return (
    <Frame
      title={title}
      back={back}
      takes
      footer={
        count > 0 && (
          <div className={styles.bar}>
            <Button className={styles.basket} onPress={() => setBasket(true)}>
              {words.basket(count, money(totalOf(draft), carte.currency))}
            </Button>
            <Button kind="primary" onPress={() => setBasket(true)}>
              {words.send}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.search}>
        <label className="visually-hidden" htmlFor={searchId}>
          {words.search}
        </label>
        <input
          id={searchId}
          className="field__input"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {!search && (
        <nav className={styles.categories} aria-label={words.takeOrder}>
          {carte.categories.map((each) => (
            <Button
              key={each.category_id}
              className={styles.category}
              aria-pressed={each.category_id === chosen}
              onPress={() => setCategory(each.category_id)}
            >
              {nameOf(each, tag)}
            </Button>
          ))}
          {carte.formules.length > 0 && (
            <Button
              className={styles.category}
              aria-pressed={chosen === FORMULES}
              onPress={() => setCategory(FORMULES)}
            >
              {words.formules}
            </Button>
          )}
        </nav>
      )}
      {found.length === 0 && <p className="empty">{words.nothingFound}</p>}
      <ul className={styles.dishes}>
        {found.map((thing) => {
          const it = "dish" in thing ? thing.dish : thing.formule;
          const line =
            "dish" in thing
              ? draft.lines.filter(({ dishId }) => dishId === thing.dish.dish_id)
              : draft.lines.filter(({ formuleId }) => formuleId === thing.formule.formule_id);
          return (
            <DishRow
              key={"dish" in thing ? `d${thing.dish.dish_id}` : `f${thing.formule.formule_id}`}
              name={nameOf(it, tag)}
              price={money(priceNow(it, now, person.timeZone), carte.currency)}
              available={"dish" in thing ? thing.dish.available : isFormuleAvailable(thing.formule, dishes)}
              portions={"dish" in thing ? thing.dish.portions_left : undefined}
              taken={line.reduce((sum, { quantity }) => sum + quantity, 0)}
              onAdd={() => add(thing)}
              onLess={() => {
                const last = line.at(-1);
                if (last) {
                  change((before) => withChanged(before, last.uid, { quantity: last.quantity - 1 }));
                }
              }}
              onDetails={() => setAsked({ thing, details: true })}
            />
          );
        })}
      </ul>
      {basket && (
        <BasketSheet
          draft={draft}
          carte={carte}
          dishes={dishes}
          table={table}
          isNew={"additional" in targetOf(at, named)}
          onChange={change}
          onEdit={(line) => {
            const dish = line.dishId === undefined ? undefined : dishes.get(line.dishId);
            const formule = carte.formules.find(({ formule_id }) => formule_id === line.formuleId);
            if (dish) {
              setAsked({ thing: { dish }, line });
            } else if (formule) {
              setAsked({ thing: { formule }, line });
            }
          }}
          onSend={() => void send()}
          onClose={() => setBasket(false)}
        />
      )}
      {asked && (
        <ConfigureSheet
          carte={carte}
          dishes={dishes}
          {...asked.thing}
          line={asked.line}
          details={asked.details ?? asked.line !== undefined}
          seats={Math.max(table.seats, draft.covers ?? 0, at.orders[0]?.covers ?? 0)}
          onClose={() => setAsked(undefined)}
          onDone={(line) => {
            change((before) =>
              asked.line
                ? withChanged(before, asked.line.uid, { ...line, uid: asked.line.uid })
                : withLine(before, line),
            );
            setAsked(undefined);
          }}
        />
      )}
    </Frame>
  );
}

interface RowProps {
  name: string;
  price: string;
  available: boolean;
  portions: number | null | undefined;
  taken: number;
  onAdd: () => void;
  onLess: () => void;
  onDetails: () => void;
}

function DishRow({ name, price, available, portions, taken, onAdd, onLess, onDetails }: RowProps) {
  const words = useWords(waiterWords);
  return (
    <li className={styles.row} data-available={available}>
      <Button className={styles.dish} isDisabled={!available} onPress={onAdd}>
        <span className={styles.dishName}>{name}</span>
        <span className={styles.price}>{available ? price : words.soldOut}</span>
        {available && portions != null && <span className="badge badge--warn">{words.portions(portions)}</span>}
      </Button>
      {taken > 0 && (
        <Button className={styles.less} aria-label={words.oneLess(name)} onPress={onLess}>
          <span className={styles.taken}>{taken}</span>
          <span aria-hidden="true">−</span>
        </Button>
      )}
      <Button kind="quiet" aria-label={words.details(name)} onPress={onDetails}>
        <svg
          width="24"
          height="24"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <circle cx="12" cy="12" r="9" />
          <path d="M12 11v5M12 8h.01" strokeLinecap="round" />
        </svg>
      </Button>
    </li>
  );
}
