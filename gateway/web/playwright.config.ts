import { defineConfig } from "@playwright/test";

/** Against a running suite (BRIGADE_URL), in Debian's Chromium (BRIGADE_CHROMIUM). */
export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/results",
  // All of them act in the one restaurant.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? [["list"], ["junit", { outputFile: "e2e/results/junit.xml" }]] : "list",
  use: {
    baseURL: process.env.BRIGADE_URL ?? "https://localhost:8443",
    ignoreHTTPSErrors: true,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // What moves would be measured half transparent.
    contextOptions: { reducedMotion: "reduce" },
    // Each test has a browser of its own, for which a service worker would fetch the whole application: a third of the
    // processor's time. What it is there for is tested in offline, trouble and speed, where it is allowed.
    serviceWorkers: "block",
    // Recording takes time; --trace=on where a test has to be looked into.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.BRIGADE_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // The certificate is self-signed, and a service worker would not be installed over it.
        "--ignore-certificate-errors",
      ],
    },
  },
});
