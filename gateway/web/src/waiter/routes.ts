import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

// One chunk for the whole face: in a dead spot nothing may have to be loaded.
const face = () => import("./WaiterFace");

const layoutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/waiter",
  beforeLoad: () => requireFace("waiter"),
  component: lazyRouteComponent(face, "WaiterFace"),
});

const floorRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/",
  component: lazyRouteComponent(face, "FloorScreen"),
});

const tableRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/tables/$tableId",
  component: lazyRouteComponent(face, "TableScreen"),
});

const carteRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/tables/$tableId/carte",
  /** The order to add to, where the table has several. */
  validateSearch: (search: Record<string, unknown>): { order?: string } =>
    typeof search.order === "string" || typeof search.order === "number" ? { order: String(search.order) } : {},
  component: lazyRouteComponent(face, "CarteScreen"),
});

const queueRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/queue",
  component: lazyRouteComponent(face, "QueueScreen"),
});

export const waiterRoute = layoutRoute.addChildren([floorRoute, tableRoute, carteRoute, queueRoute]);
