import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

export const tillRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/till",
  beforeLoad: () => requireFace("till"),
  component: lazyRouteComponent(() => import("./TillFace"), "TillFace"),
});
