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

const groupRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "group",
  component: lazyRouteComponent(() => import("./group/GroupScreen"), "GroupScreen"),
});

const carteRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "carte",
  component: lazyRouteComponent(() => import("./carte/CarteScreen"), "CarteScreen"),
});

const floorRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "floor",
  component: lazyRouteComponent(() => import("./floor/FloorScreen"), "FloorScreen"),
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

const closingsRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "closings",
  component: lazyRouteComponent(() => import("./books/ClosingsScreen"), "ClosingsScreen"),
});

const reportsRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "reports",
  component: lazyRouteComponent(() => import("./books/ReportsScreen"), "ReportsScreen"),
});

const journalRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "journal",
  component: lazyRouteComponent(() => import("./books/JournalScreen"), "JournalScreen"),
});

const accountingRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "accounting",
  component: lazyRouteComponent(() => import("./books/AccountingScreen"), "AccountingScreen"),
});

const settingsRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "settings",
  component: lazyRouteComponent(() => import("./settings/SettingsScreen"), "SettingsScreen"),
});

export const adminRoute = faceRoute.addChildren([
  todayRoute,
  groupRoute,
  carteRoute,
  floorRoute,
  healthRoute,
  staffRoute,
  closingsRoute,
  reportsRoute,
  journalRoute,
  accountingRoute,
  settingsRoute,
]);
