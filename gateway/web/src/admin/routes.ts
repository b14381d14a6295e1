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

const carteRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "carte",
  component: lazyRouteComponent(() => import("./carte/CarteScreen"), "CarteScreen"),
});

const healthRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "health",
  component: lazyRouteComponent(() => import("./health/HealthScreen"), "HealthScreen"),
});

const staffRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "staff",
  component: lazyRouteComponent(() => import("./staff/StaffScreen"), "StaffScreen"),
});

export const adminRoute = faceRoute.addChildren([todayRoute, carteRoute, healthRoute, staffRoute]);
