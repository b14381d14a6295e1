import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

export const kitchenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/kitchen",
  beforeLoad: () => requireFace("kitchen"),
  component: lazyRouteComponent(() => import("./KitchenFace"), "KitchenFace"),
});
