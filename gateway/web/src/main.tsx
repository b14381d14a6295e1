import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLive } from "./app/live";
import { persistOptions, queryClient } from "./app/queryClient";
import { router } from "./app/router";
import { keepShell } from "./app/update";
import { applyLanguage } from "./i18n/language";
import { session } from "./session/session";
import { applyTheme } from "./ui/theme";

applyTheme();
applyLanguage();
startLive();
void session.start();
keepShell();

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <PersistQueryClientProvider client={queryClient} persistOptions={persistOptions}>
        <RouterProvider router={router} />
      </PersistQueryClientProvider>
    </StrictMode>,
  );
}
