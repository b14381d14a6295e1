import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

const headed = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;

/** `./brigade demo --browser`: the evening of e2e/evening.ts, slow enough to be followed where somebody looks on. */
export default defineConfig(tests, {
  testDir: ".",
  testMatch: "demo.ts",
  outputDir: "../e2e/results",
  timeout: 600_000,
  reporter: "./lines.ts",
  use: {
    headless: !headed,
    trace: "off",
    contextOptions: { reducedMotion: "no-preference" },
    launchOptions: { ...tests.use?.launchOptions, slowMo: headed ? 350 : 0 },
  },
});
