export type Role = "WAITER" | "CASHIER" | "KITCHEN" | "MANAGER" | "ADMIN";

/** Who is signed in, with the facts of the restaurant that screens need. Nothing of it is secret. */
export interface Person {
  staffId: number;
  name: string;
  roles: readonly Role[];
  restaurantId: number;
  /** All restaurants whose figures they may see; a device may have kept somebody without it. */
  restaurantIds?: readonly number[];
  currency: string;
  timeZone: string;
  dayCutoffHour: number;
  /** What they may take off an order without a manager. */
  discountLimitBp: number;
}

export type Face = "waiter" | "till" | "kitchen" | "admin";

const FACES: Readonly<Record<Role, readonly Face[]>> = {
  WAITER: ["waiter"],
  CASHIER: ["till", "waiter"],
  KITCHEN: ["kitchen"],
  MANAGER: ["admin", "waiter", "till", "kitchen"],
  ADMIN: ["admin", "waiter", "till", "kitchen"],
};

/** The faces that somebody's roles open; the first is where they begin. */
export function facesOf(person: Person): readonly Face[] {
  return [...new Set(person.roles.flatMap((role) => FACES[role] ?? []))];
}

/** Managers and admins need no approval of others. */
export function mayApprove(person: Person): boolean {
  return person.roles.some((role) => role === "MANAGER" || role === "ADMIN");
}

/** Whether they oversee other restaurants of the group than their own. */
export function seesGroup({ restaurantIds = [] }: Person): boolean {
  return restaurantIds.length > 1;
}

interface Claims {
  sub: string;
  name: string;
  groups: Role[];
  restaurant_id: number;
  restaurant_ids?: number[];
  currency: string;
  time_zone: string;
  day_cutoff_hour: number;
  discount_limit_bp?: number;
}

/** Reads what an access token says. Its signature is for the services to check: nothing is allowed here by it. */
export function personIn(accessToken: string): Person {
  const payload = (accessToken.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  return {
    staffId: Number(claims.sub),
    name: claims.name,
    roles: claims.groups,
    restaurantId: claims.restaurant_id,
    restaurantIds: claims.restaurant_ids ?? [claims.restaurant_id],
    currency: claims.currency,
    timeZone: claims.time_zone,
    dayCutoffHour: claims.day_cutoff_hour,
    discountLimitBp: claims.discount_limit_bp ?? 0,
  };
}
