import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain, NoAnswer, Problem } from "./problem";
import { problemWords } from "./words";

const page = readFileSync(new URL("../../../../docs/problems.md", import.meta.url), "utf8");
const documented = [...new Set([...page.matchAll(/^`([A-Z_]+)`, \d{3}/gm)].map((match) => match[1] ?? ""))].sort();

test("every documented code has words in both languages, and no other code has", () => {
  expect(documented.length).toBeGreaterThan(60);
  expect(Object.keys(problemWords).sort()).toEqual(documented);
  for (const [code, said] of Object.entries(problemWords)) {
    expect(said.fr, code).not.toBe("");
    expect(said.en, code).not.toBe(said.fr);
  }
});

test("a lock is told with the time that is left", () => {
  const locked = new Problem({ status: 429, code: "SIGN_IN_LOCKED" }, 20);
  expect(explain(locked, "en")).toContain("20 s");
});

test("a code that is newer than this page is told in the server's words", () => {
  expect(explain(new Problem({ status: 409, code: "NEW_ONE", detail: "Ask the chef." }), "fr")).toBe("Ask the chef.");
});

test("a defect names its reference", () => {
  expect(explain(new Problem({ status: 500, code: "INTERNAL_ERROR", trace_id: "4bf9" }), "fr")).toContain("4bf9");
});

test("a proxy's page of HTML becomes a problem, too", () => {
  const problem = Problem.of(new Response("<html>", { status: 502, headers: { "Retry-After": "3" } }), "<html>");
  expect([problem.status, problem.code, problem.retryAfter]).toEqual([502, "HTTP_502", 3]);
});

test("no network is said as such", () => {
  expect(explain(new NoAnswer(new TypeError()), "fr")).toContain("réseau");
});
