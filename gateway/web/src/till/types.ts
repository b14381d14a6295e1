import type { components } from "../api/generated/payments";

type Schemas = components["schemas"];

export type Payment = Schemas["Payment"];
export type PaymentMethod = Schemas["PaymentMethod"];
export type NewPayment = Schemas["NewPayment"];
export type Refund = Schemas["Refund"];
export type NewRefund = Schemas["NewRefund"];
export type BillSums = Schemas["BillSums"];
export type BillLine = Schemas["BillLine"];
export type Shares = Schemas["SharesView"];
export type Paper = Schemas["DocumentView"];
export type CashSession = Schemas["CashSession"];
export type CashMovement = Schemas["CashMovement"];
export type NewMovement = Schemas["NewMovement"];
export type Closing = Schemas["Closing"];
export type Figures = Schemas["Figures"];
export type DailyReport = Schemas["DailyReport"];
