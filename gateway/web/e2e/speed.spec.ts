import { expect, test, type Page } from "@playwright/test";
import { camille, signIn } from "./people";

/** Longer only where a machine is busy with more than the suite. */
const WITHIN_MS = Number(process.env.BRIGADE_INTERACTIVE_MS ?? 2_000);

/** A mid-range phone: a quarter of this machine's speed, on 4G as Chrome's tools have it (a second profile: a bad spot). */
const CPU_SLOWDOWN = 4;
const NETWORKS = [
  { name: "fast 4G", megabits: 8.1, latency: 165, withinMs: WITHIN_MS },
  { name: "slow 4G", megabits: 1.44, latency: 562, withinMs: 2.5 * WITHIN_MS },
];

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: "allow" });

for (const { name, megabits, latency, withinMs } of NETWORKS) {
  test(`the waiter's phone can be used at once, first load and later, on ${name}`, async ({ page }) => {
    const slow = await page.context().newCDPSession(page);
    const throttle = async () => {
      const bytes = (megabits * 1_000_000) / 8;
      await slow.send("Network.emulateNetworkConditions", {
        offline: false,
        latency,
        downloadThroughput: bytes,
        uploadThroughput: bytes / 5,
      });
      await slow.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    };

    await throttle();
    await page.goto("/", { waitUntil: "commit" });
    await page.getByRole("button", { name: "1", exact: true }).tap();
    await expect(page.getByLabel("Votre code")).toHaveValue("1");
    const pad = await sinceNavigation(page);

    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await signIn(page, camille);
    await expect(page.getByRole("link", { name: /T24\b/ })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await throttle();
    await page.goto("/", { waitUntil: "commit" });
    await expect(page.getByRole("link", { name: /T24\b/ })).toBeVisible();
    const floor = await sinceNavigation(page);

    console.log(
      `${name}: the first load's PIN pad answers after ${pad} ms, later the floor is there after ${floor} ms`,
    );
    expect(pad).toBeLessThan(withinMs);
    expect(floor).toBeLessThan(withinMs);
  });
}

/** Milliseconds, by the page's own clock. What the test itself needs is counted, too. */
async function sinceNavigation(page: Page): Promise<number> {
  return Math.round(await page.evaluate(() => performance.now()));
}
