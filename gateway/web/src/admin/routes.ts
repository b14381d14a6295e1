import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

export const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/admin",
  beforeLoad: () => requireFace("admin"),
  component: lazyRouteComponent(() => import("./AdminFace"), "AdminFace"),
});
