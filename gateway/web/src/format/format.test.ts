import { beforeEach, expect, test, vi } from "vitest";
import { day, minutesSince, money, percent, time } from "./format";

beforeEach(() => vi.stubGlobal("navigator", { languages: ["fr-FR", "en-GB"] }));

const plain = (text: string) => text.replace(/\s/g, " ");

test("money is written as the locale writes it, by the currency's own minor unit", () => {
  expect(plain(money(123450, "EUR"))).toBe("1 234,50 €");
  expect(plain(money(500, "JPY"))).toMatch(/500/);
});

test("a rate of basis points keeps its half percent", () => {
  expect(plain(percent(550))).toBe("5,5 %");
});

test("times follow the restaurant's clock, whatever the device's", () => {
  expect(time("2026-11-23T19:30:00Z", "Europe/Paris")).toBe("20:30");
});

test("a business date is that day in every time zone", () => {
  expect(day("2026-11-23", "Pacific/Honolulu")).toBe("lundi 23 novembre 2026");
});

test("a device whose clock is behind shows no negative age", () => {
  expect(minutesSince("2026-11-23T19:30:00Z", Date.parse("2026-11-23T19:00:00Z"))).toBe(0);
});
