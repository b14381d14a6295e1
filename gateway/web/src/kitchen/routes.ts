import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireFace, rootRoute } from "../app/root";

const faceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/kitchen",
  beforeLoad: () => requireFace("kitchen"),
});

const boardRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./KitchenFace"), "KitchenFace"),
});

const expoRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "expo",
  component: lazyRouteComponent(() => import("./ExpoScreen"), "ExpoScreen"),
});

const lateRoute = createRoute({
  getParentRoute: () => faceRoute,
  path: "late",
  component: lazyRouteComponent(() => import("./LateScreen"), "LateScreen"),
});

export const kitchenRoute = faceRoute.addChildren([boardRoute, expoRoute, lateRoute]);
