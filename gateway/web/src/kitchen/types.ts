import type { components } from "../api/generated/orders";

type Schemas = components["schemas"];

export type Board = Schemas["Board"];
export type Ticket = Schemas["Ticket"];
export type Line = Ticket["items"][number];
export type Counts = Schemas["Counts"];
export type LateItem = Schemas["LateItem"];
export type ExpoOrder = Schemas["ExpoOrder"];
export type ExpoCourse = ExpoOrder["courses"][number];
export type { Station } from "../carte/stations";

/** What the kitchen makes of an item: a step at a time. */
export type Step = "PREPARING" | "READY" | "SERVED";
