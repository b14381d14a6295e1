import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** `npm run screenshots`: an evening in the demo restaurant, and its pictures in docs/screens. */
export default defineConfig(tests, {
  testDir: ".",
  testMatch: "screens.ts",
  outputDir: "../e2e/results",
  timeout: 3_600_000,
  reporter: "./lines.ts",
  use: { deviceScaleFactor: 1, colorScheme: "light", actionTimeout: 30_000, trace: "off" },
});
