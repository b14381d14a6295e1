import { beforeEach, expect, test, vi } from "vitest";
import type { Carte, Dish, Formule, Item, Order } from "../api/types";
import type { Write } from "../outbox/write";
import { isAnswered, isSettled, NOTHING_PICKED, pick, priceOf, stepsOfDish, stepsOfFormule } from "./configure";
import { asItem, changeDraft, countOf, draftOf, totalOf, withChanged, withLine, type Line } from "./draft";
import { firedCourses, nameForCalls, placings, queuedItems, writesOf } from "./queued";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

function line(changes: Partial<Line> = {}): Line {
  return {
    uid: crypto.randomUUID(),
    dishId: 12,
    name: "Entrecôte",
    quantity: 1,
    options: [],
    optionNames: [],
    choices: [],
    note: "",
    hold: false,
    allergies: [],
    unitCents: 2650,
    ...changes,
  };
}

test("one more of the same is one line, and what differs in anything is another", () => {
  let draft = withLine({ lines: [] }, line());
  draft = withLine(draft, line());
  draft = withLine(draft, line({ seat: 2 }));
  draft = withLine(draft, line({ options: [31] }));
  expect(draft.lines.map(({ quantity }) => quantity)).toEqual([2, 1, 1]);
  expect([countOf(draft), totalOf(draft)]).toEqual([4, 4 * 2650]);
});

test("a line that is counted down to nothing is gone", () => {
  const [only] = withLine({ lines: [] }, line()).lines;
  expect(withChanged({ lines: [only as Line] }, (only as Line).uid, { quantity: 0 }).lines).toEqual([]);
});

test("a draft is on the device as soon as it is changed, and gone when it is empty", () => {
  changeDraft(101, 4, (draft) => withLine(draft, line()));
  expect(stored.get("brigade.drafts")).toContain("Entrecôte");
  expect(draftOf(102, 4).lines).toEqual([]);
  changeDraft(101, 4, () => ({ lines: [] }));
  expect(stored.get("brigade.drafts")).toBe("{}");
});

test("a line says to the server what was chosen, and nothing else", () => {
  const plainLine = line({ uid: "u" });
  expect(asItem(plainLine)).toEqual({ uid: "u", quantity: 1, dish_id: 12, options: [], seen_price_cents: 2650 });
  const { dishId: _, ...formule } = line({
    uid: "f",
    formuleId: 3,
    choices: [{ dishId: 7, name: "Soupe", options: [31], optionNames: [] }],
    note: "  sans sel ",
    course: 2,
    seat: 1,
    hold: true,
    allergies: ["NUTS"],
  });
  expect(asItem(formule)).toEqual({
    uid: "f",
    quantity: 1,
    formule_id: 3,
    choices: [{ dish_id: 7, options: [31] }],
    note: "sans sel",
    course: 2,
    seat: 1,
    hold: true,
    allergies: ["NUTS"],
    seen_price_cents: 2650,
  });
});

function write(changes: Partial<Write>): Write {
  return {
    seq: 1,
    staffId: 101,
    method: "POST",
    path: "/api/orders",
    key: "k",
    said: { what: "place", table: "4", items: 1 },
    subject: "ref",
    tableId: 4,
    takenAt: "2026-11-23T19:30:00Z",
    attempts: 0,
    ...changes,
  };
}

const order = { order_id: 78, client_ref: "ref", items: [] as Item[] } as unknown as Order;

test("what waits is shown until the server has it, and then not twice", () => {
  const placing = write({ body: { items: [{ uid: "a", quantity: 1 }] } });
  const adding = write({
    seq: 2,
    said: { what: "add", table: "4", items: 1 },
    body: { items: [{ uid: "b", quantity: 2 }] },
  });
  expect(writesOf(order, [placing, adding, write({ subject: "79" })])).toEqual([placing, adding]);
  expect(queuedItems([placing, adding], []).map(({ item }) => item.uid)).toEqual(["a", "b"]);
  expect(queuedItems([placing, adding], [{ uid: "a" } as Item]).map(({ item }) => item.uid)).toEqual(["b"]);
});

test("an order that only this device knows is shown at its table until the server tells of it", () => {
  const placing = write({});
  expect(placings(4, [placing], [])).toEqual([placing]);
  expect(placings(5, [placing], [])).toEqual([]);
  expect(placings(4, [placing], [order])).toEqual([]);
});

test("calls name an order as those before them that still wait, so that they stay in line", () => {
  expect(nameForCalls(order, [write({})])).toBe("ref");
  expect(nameForCalls(order, [])).toBe("78");
});

test("a course that is on its way to the kitchen is not fired again, unless it was refused", () => {
  const firing = write({ said: { what: "fire", table: "4", course: 2 } });
  const refused = {
    ...write({ said: { what: "fire", table: "4", course: 3 } }),
    refusal: { status: 409, code: "X", detail: "" },
  };
  expect([...firedCourses([firing, refused])]).toEqual([2]);
});

const cooking = {
  option_group_id: 1,
  min: 1,
  max: 1,
  options: [
    { option_id: 31, price_cents: 0 },
    { option_id: 32, price_cents: 0 },
  ],
};
const extras = {
  option_group_id: 2,
  min: 0,
  max: 2,
  options: [
    { option_id: 41, price_cents: 150 },
    { option_id: 42, price_cents: 300 },
  ],
};
const steak = {
  dish_id: 12,
  unit_price_cents: 2650,
  timed_prices: [],
  option_group_ids: [1, 2],
  available: true,
} as unknown as Dish;
const soup = {
  dish_id: 7,
  unit_price_cents: 950,
  timed_prices: [],
  option_group_ids: [],
  available: true,
} as unknown as Dish;
const carte = { option_groups: [cooking, extras] } as unknown as Carte;
const formule = {
  formule_id: 3,
  unit_price_cents: 3000,
  timed_prices: [],
  steps: [
    { name: "Entrée", min: 1, max: 1, choices: [{ dish_id: 7, supplement_cents: 0 }] },
    { name: "Plat", min: 1, max: 1, choices: [{ dish_id: 12, supplement_cents: 400 }] },
  ],
} as unknown as Formule;

test("the sheet asks for what has to be chosen, and the price follows", () => {
  const steps = stepsOfDish(carte, steak);
  const [first, second] = steps as [(typeof steps)[0], (typeof steps)[0]];
  expect(isAnswered(first, NOTHING_PICKED)).toBe(false);
  expect(isAnswered(second, NOTHING_PICKED)).toBe(true);
  let answers = pick(first, NOTHING_PICKED, 31);
  expect(isSettled(first, answers)).toBe(true);
  answers = pick(first, answers, 32);
  expect(answers.picked["o1"]).toEqual([32]);
  answers = pick(second, pick(second, answers, 41), 42);
  expect(isSettled(second, answers)).toBe(false);
  expect(priceOf(steak, steps, answers, new Date(), "Europe/Paris")).toBe(2650 + 150 + 300);
});

test("no more can be picked than the group allows", () => {
  const [, second] = stepsOfDish(carte, { ...steak, option_group_ids: [1, 2] }) as [
    never,
    ReturnType<typeof stepsOfDish>[0],
  ];
  const full = pick(second, pick(second, NOTHING_PICKED, 41), 42);
  expect(pick(second, full, 43).picked["o2"]).toEqual([41, 42]);
});

test("a set menu asks for the options of the dishes that were picked, and adds supplements", () => {
  const dishes = new Map([
    [7, soup],
    [12, steak],
  ]);
  const answers = { picked: { c0: [7], c1: [12], "c1-12-o1": [31], "c1-12-o2": [41] } };
  const steps = stepsOfFormule(carte, formule, dishes, answers);
  expect(steps.map(({ id }) => id)).toEqual(["c0", "c1", "c1-12-o1", "c1-12-o2"]);
  expect(steps.every((step) => isAnswered(step, answers))).toBe(true);
  expect(priceOf(formule, steps, answers, new Date(), "Europe/Paris")).toBe(3000 + 400 + 150);
  expect(stepsOfFormule(carte, formule, dishes, NOTHING_PICKED).map(({ id }) => id)).toEqual(["c0", "c1"]);
});
