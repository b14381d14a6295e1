import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

export const waiterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/waiter",
  beforeLoad: () => requireFace("waiter"),
  component: lazyRouteComponent(() => import("./WaiterFace"), "WaiterFace"),
});
