import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

const faceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/admin",
  beforeLoad: () => requireFace("admin"),
});

const todayRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./today/TodayScreen"), "TodayScreen"),
});

export const adminRoute = faceRoute.addChildren([todayRoute]);
