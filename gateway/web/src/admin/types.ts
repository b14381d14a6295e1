import type { components as Menu } from "../api/generated/menu";
import type { components as Orders } from "../api/generated/orders";
import type { components as Payments } from "../api/generated/payments";
import type { components as Staff } from "../api/generated/staff";

export type DailyReport = Payments["schemas"]["DailyReport"];
export type LossReport = Payments["schemas"]["LossReport"];
export type RestaurantReport = Payments["schemas"]["RestaurantReport"];
export type RestaurantDay = Payments["schemas"]["OfRestaurant"];
export type Figures = Payments["schemas"]["Figures"];
export type Closing = Payments["schemas"]["Closing"];
export type ClosingKind = "DAY" | "MONTH" | "YEAR";
export type JournalEntry = Payments["schemas"]["JournalEntryView"];
export type Verification = Payments["schemas"]["Verification"];
export type Archive = Payments["schemas"]["Archive"];
export type AccountingEntry = Payments["schemas"]["EntrySummary"];

export type DishEdit = Menu["schemas"]["DishEdit"];
export type CategoryEdit = Menu["schemas"]["CategoryEdit"];
export type OptionGroupEdit = Menu["schemas"]["OptionGroupEdit"];
export type FormuleEdit = Menu["schemas"]["FormuleEdit"];
export type TimedPriceEdit = Menu["schemas"]["TimedPrice"];
export type ImportReport = Menu["schemas"]["ImportReport"];
export type PriceChange = Menu["schemas"]["PriceChangeView"];

export type Area = Orders["schemas"]["AreaView"];
export type AreaEdit = Orders["schemas"]["AreaEdit"];
export type TableEdit = Orders["schemas"]["TableEdit"];

export type StaffMember = Staff["schemas"]["StaffView"];
export type StaffChange = Staff["schemas"]["StaffChange"];
export type Restaurant = Staff["schemas"]["RestaurantView"];
export type OpsSummary = Staff["schemas"]["OpsSummary"];
