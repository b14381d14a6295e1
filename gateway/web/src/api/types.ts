import type { components as Menu } from "./generated/menu";
import type { components as Orders } from "./generated/orders";
import type { components as Payments } from "./generated/payments";
import type { components as Staff } from "./generated/staff";

export type Carte = Menu["schemas"]["CarteView"];
export type Category = Menu["schemas"]["CategoryWithDishes"];
export type Dish = Menu["schemas"]["DishView"];
export type OptionGroup = Menu["schemas"]["OptionGroupView"];
export type Formule = Menu["schemas"]["FormuleView"];
export type Allergen = Menu["schemas"]["Allergen"];
export type TimedPrice = Menu["schemas"]["TimedPrice"];
export type Translations = Dish["translations"];

export type Order = Orders["schemas"]["OrderView"];
export type Item = Orders["schemas"]["ItemView"];
export type NewOrder = Orders["schemas"]["NewOrder"];
export type NewItem = Orders["schemas"]["NewItem"];
export type Table = Orders["schemas"]["TableView"];
export type OrderSummary = Orders["schemas"]["OrderSummary"];

export type Bill = Payments["schemas"]["BillView"];

export type ApprovalAction = Staff["schemas"]["ApprovalAction"];
export type Approval = Staff["schemas"]["ApprovalAnswer"];
