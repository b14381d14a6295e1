import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";
import { mayApprove } from "../session/person";
import { session } from "../session/session";

const face = createRoute({
  getParentRoute: () => rootRoute,
  path: "/till",
  beforeLoad: () => requireFace("till"),
  component: lazyRouteComponent(() => import("./TillFace"), "TillFace"),
});

const billsRoute = createRoute({
  getParentRoute: () => face,
  path: "/",
  validateSearch: ({ show }: Record<string, unknown>): { show?: "settled" } => (show === "settled" ? { show } : {}),
  component: lazyRouteComponent(() => import("./BillsScreen"), "BillsScreen"),
});

const orderId = {
  parse: (raw: { orderId: string }) => ({ orderId: Number(raw.orderId) }),
  stringify: ({ orderId }: { orderId: number }) => ({ orderId: String(orderId) }),
};

const billRoute = createRoute({
  getParentRoute: () => face,
  path: "bills/$orderId",
  params: orderId,
  component: lazyRouteComponent(() => import("./BillScreen"), "BillScreen"),
});

const splitRoute = createRoute({
  getParentRoute: () => face,
  path: "bills/$orderId/split",
  params: orderId,
  component: lazyRouteComponent(() => import("./SplitScreen"), "SplitScreen"),
});

const drawerRoute = createRoute({
  getParentRoute: () => face,
  path: "drawer",
  component: lazyRouteComponent(() => import("./DrawerScreen"), "DrawerScreen"),
});

const closingsRoute = createRoute({
  getParentRoute: () => face,
  path: "closings",
  beforeLoad: () => {
    const { person } = session.state;
    if (!person || !mayApprove(person)) {
      throw redirect({ to: "/till", replace: true });
    }
  },
  component: lazyRouteComponent(() => import("./ClosingsScreen"), "ClosingsScreen"),
});

export const tillRoute = face.addChildren([billsRoute, billRoute, splitRoute, drawerRoute, closingsRoute]);
