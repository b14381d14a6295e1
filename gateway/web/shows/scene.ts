import type { APIRequestContext } from "@playwright/test";
import { tables, type Order, type Table } from "../e2e/house";
import { camille, Colleague, hugo, ines, marc, type Person } from "../e2e/people";

/** So long after each other do guests of this evening order: tickets have to grow old for real. */
const PACE_MS = Number(process.env.BRIGADE_PACE_S ?? 75) * 1000;

interface Wish {
  dish: string;
  options?: string[];
  quantity?: number;
  seat?: number;
  note?: string;
  hold?: boolean;
  allergies?: string[];
}

interface Guests {
  at: string;
  covers: number;
  waiter: Person;
  wishes: Wish[];
}

interface Carte {
  categories: { dishes: { dish_id: number; name: string; option_group_ids: number[] }[] }[];
  option_groups: { option_group_id: number; options: { option_id: number; name: string }[] }[];
}

const steak = (cooked: string, side: string, seat: number): Wish => ({
  dish: "Entrecôte grillée",
  options: [cooked, side],
  seat,
});

/** They have eaten and paid when the pictures are taken. */
const EARLIER: readonly (Guests & { pays: "CARD" | "CASH" | "CHEQUE" })[] = [
  {
    at: "T15",
    covers: 2,
    waiter: camille,
    pays: "CARD",
    wishes: [{ dish: "Salade lyonnaise" }, { dish: "Quenelle de brochet, sauce Nantua", quantity: 2 }],
  },
  {
    at: "T16",
    covers: 4,
    waiter: hugo,
    pays: "CARD",
    wishes: [
      { dish: "Entrecôte grillée", options: ["Saignant", "Frites maison"], quantity: 3 },
      { dish: "Bœuf bourguignon" },
      { dish: "Bouteille de Saint-Joseph 75 cl" },
      { dish: "Tarte aux pralines roses", quantity: 4 },
    ],
  },
  {
    at: "T17",
    covers: 2,
    waiter: camille,
    pays: "CASH",
    wishes: [{ dish: "Croque-monsieur" }, { dish: "Salade niçoise" }, { dish: "Café expresso", quantity: 2 }],
  },
  {
    at: "T18",
    covers: 3,
    waiter: hugo,
    pays: "CARD",
    wishes: [
      { dish: "Sole meunière", quantity: 2 },
      { dish: "Blanquette de veau à l'ancienne" },
      { dish: "Verre de Pouilly-Fuissé", quantity: 3 },
      { dish: "Paris-Brest", quantity: 2 },
    ],
  },
  {
    at: "T19",
    covers: 2,
    waiter: camille,
    pays: "CHEQUE",
    wishes: [
      { dish: "Soupe à l'oignon gratinée", quantity: 2 },
      { dish: "Volaille fermière à la crème et aux morilles", quantity: 2 },
    ],
  },
  {
    at: "T14",
    covers: 2,
    waiter: hugo,
    pays: "CASH",
    wishes: [
      { dish: "Quenelle de brochet, sauce Nantua", quantity: 2 },
      { dish: "Verre de Morgon", quantity: 2 },
    ],
  },
];

/** They order one after another. `made`: how far the kitchen is with the first of their dishes. */
const NOW: readonly (Guests & { made?: "PREPARING" | "READY" | "SERVED"; dishes?: number })[] = [
  {
    at: "T2",
    covers: 4,
    waiter: camille,
    made: "PREPARING",
    dishes: 1,
    wishes: [
      { dish: "Soupe à l'oignon gratinée", quantity: 2 },
      { dish: "Œufs en meurette", seat: 3 },
      { dish: "Pâté en croûte Richelieu", seat: 4 },
      { ...steak("Saignant", "Frites maison", 1), hold: true },
      { dish: "Quenelle de brochet, sauce Nantua", quantity: 3, hold: true },
    ],
  },
  {
    at: "T8",
    covers: 3,
    waiter: hugo,
    made: "SERVED",
    dishes: 9,
    wishes: [
      { dish: "Bavette à l'échalote", options: ["À point", "Gratin dauphinois"], seat: 1 },
      { dish: "Dos de cabillaud, beurre blanc", seat: 2 },
      { dish: "Salade César au poulet", seat: 3 },
      { dish: "Verre de Morgon", quantity: 2, seat: 1 },
    ],
  },
  {
    at: "T4",
    covers: 2,
    waiter: camille,
    made: "READY",
    dishes: 1,
    wishes: [
      { dish: "Blanquette de veau à l'ancienne", seat: 1 },
      { dish: "Thon mi-cuit au sésame", options: ["Mi-cuit", "Légumes rôtis de saison"], seat: 2, allergies: ["MILK"] },
    ],
  },
  {
    at: "T11",
    covers: 4,
    waiter: hugo,
    made: "PREPARING",
    dishes: 2,
    wishes: [
      { dish: "Velouté de potimarron aux noisettes", quantity: 2, note: "sans noisettes", allergies: ["NUTS"] },
      { dish: "Os à moelle à la fleur de sel" },
      { dish: "Escargots de Bourgogne, les six" },
    ],
  },
  {
    at: "T7",
    covers: 2,
    waiter: hugo,
    wishes: [steak("Bleu", "Haricots verts à l'ail", 1), steak("Bien cuit", "Gratin dauphinois", 2)],
  },
  {
    at: "T5",
    covers: 6,
    waiter: camille,
    made: "PREPARING",
    dishes: 1,
    wishes: [
      { dish: "Saucisson chaud brioché", quantity: 3 },
      { dish: "Planche de cochonnailles", quantity: 2 },
      { dish: "Bouteille de Saint-Joseph 75 cl" },
    ],
  },
  {
    at: "T9",
    covers: 2,
    waiter: camille,
    wishes: [
      { dish: "Moules de bouchot et frites", options: ["Marinière"], quantity: 2, note: "frites bien cuites" },
      { dish: "Verre de Pouilly-Fuissé", quantity: 2 },
    ],
  },
  {
    at: "T1",
    covers: 2,
    waiter: hugo,
    wishes: [
      { dish: "Omelette de trois œufs", options: ["Baveuse", "Comté", "Fines herbes"] },
      { dish: "Croque-madame" },
    ],
  },
  {
    at: "T13",
    covers: 3,
    waiter: camille,
    wishes: [
      { dish: "Magret de canard au miel", options: ["Rosé", "Purée au beurre"], quantity: 2 },
      { dish: "Sole meunière", note: "arêtes levées" },
    ],
  },
];

/** The demo restaurant in the middle of an evening. */
export class Scene {
  readonly #mine: number[] = [];

  constructor(private readonly request: APIRequestContext) {}

  /** Takes as long as guests take; tells who orders. */
  async play(tell: (what: string) => void): Promise<void> {
    const floor = new Map((await tables(await this.as(camille))).map((table) => [table.name, table]));
    const carte = await (await this.as(camille)).get<Carte>("/api/menu");
    for (const guests of EARLIER) {
      tell(`${guests.at} ate and pays`);
      const order = await this.#order(guests, floor, carte);
      await this.#cook(order, "SERVED", order.items.length);
      await this.pay(order.order_id, guests.pays);
      // The last ones have just left: their table is still to be cleared.
      if (guests !== EARLIER.at(-1)) {
        await (await this.as(guests.waiter)).call("POST", `/api/tables/${floor.get(guests.at)?.table_id}/clear`);
      }
    }
    for (const guests of NOW) {
      tell(`${guests.at} orders`);
      const order = await this.#order(guests, floor, carte);
      await this.#cook(order, guests.made ?? "SENT", guests.dishes ?? 0);
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
    tell("T10 is seated");
    await this.#order({ at: "T10", covers: 4, waiter: camille, wishes: [] }, floor, carte);
  }

  async as(person: Person): Promise<Colleague> {
    return Colleague.of(this.request, person);
  }

  /** The order that was taken at that table in this scene. */
  async orderAt(name: string): Promise<Order & { total_cents: number }> {
    const colleague = await this.as(camille);
    const table = (await tables(colleague)).find((each) => each.name === name);
    const id = table?.open_order_ids.find((each) => this.#mine.includes(each));
    return colleague.get(`/api/orders/${id}`);
  }

  async pay(orderId: number, method: string): Promise<void> {
    const cashier = await this.as(ines);
    const { left_cents } = await cashier.get<{ left_cents: number }>(`/api/bills/${orderId}`);
    await cashier.call("POST", "/api/payments", { order_id: orderId, method, amount_cents: left_cents });
  }

  /** The guests leave, paid, and the tables are free again. */
  async end(): Promise<void> {
    for (const id of this.#mine) {
      const colleague = await this.as(ines);
      const order = await colleague.get<Order & { total_cents: number }>(`/api/orders/${id}`);
      if (order.status === "OPEN") {
        await this.#cook(order, "SERVED", order.items.length);
        await (order.total_cents > 0 ? this.pay(id, "CARD") : colleague.call("POST", `/api/orders/${id}/close`));
      }
    }
    const waiter = await this.as(camille);
    for (const { state, table_id } of await tables(waiter)) {
      if (state === "TO_CLEAR") {
        await waiter.call("POST", `/api/tables/${table_id}/clear`);
      }
    }
  }

  async #order({ at, covers, waiter, wishes }: Guests, floor: Map<string, Table>, carte: Carte): Promise<Order> {
    const items = wishes.map((wish) => itemOf(wish, carte));
    const table_id = floor.get(at)?.table_id;
    const order = await (
      await this.as(waiter)
    ).call<Order>("POST", "/api/orders", { table_id, covers, additional: true, items });
    this.#mine.push(order.order_id);
    return order;
  }

  async #cook(order: Order, state: string, dishes: number): Promise<void> {
    const cook = await this.as(marc);
    const steps = ["SENT", "PREPARING", "READY", "SERVED"];
    const begun = order.items.slice(0, dishes).filter((item) => item.state !== "HELD");
    for (const item of begun) {
      for (const next of steps.slice(steps.indexOf(item.state) + 1, steps.indexOf(state) + 1)) {
        await cook.call("POST", `/api/kitchen/items/${item.item_id}/state`, { state: next });
      }
    }
  }
}

function itemOf({ dish: name, options = [], quantity = 1, ...more }: Wish, carte: Carte): object {
  const dish = carte.categories.flatMap(({ dishes }) => dishes).find((each) => each.name === name);
  const groups = carte.option_groups.filter((group) => dish?.option_group_ids.includes(group.option_group_id));
  const known = groups.flatMap((group) => group.options);
  const chosen = options.map((wanted) => known.find((option) => option.name === wanted)?.option_id);
  return { dish_id: dish?.dish_id, options: chosen, quantity, ...more };
}
