import { createRouter } from "@tanstack/react-router";
import { adminRoute } from "../admin/routes";
import { kitchenRoute } from "../kitchen/routes";
import { tillRoute } from "../till/routes";
import { waiterRoute } from "../waiter/routes";
import { homeRoute, rootRoute, signInRoute } from "./root";

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, signInRoute, waiterRoute, tillRoute, kitchenRoute, adminRoute]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
