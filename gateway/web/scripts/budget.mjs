/**
 * Fails when the waiter's face needs more than 200 KB, compressed, before it can be used: the page, the entry, the
 * sign-in and the face, with everything that they import.
 */
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const BUDGET_BYTES = 200 * 1000;
const FIRST = ["index.html", "src/session/SignInScreen.tsx", "src/waiter/WaiterFace.tsx"];

const site = (path) => fileURLToPath(new URL(`../../target/web/${path}`, import.meta.url));
const manifest = JSON.parse(await readFile(site(".vite/manifest.json"), "utf8"));

const files = new Set(["index.html"]);
const seen = new Set();
const collect = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build any more: say in scripts/budget.mjs what takes its place.`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  (chunk.imports ?? []).forEach(collect);
};
FIRST.forEach(collect);

let total = 0;
for (const file of files) {
  const { size } = await stat(site(`${file}.gz`));
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(
  `${(total / 1000).toFixed(1).padStart(7)} KB  first load of the waiter's face, compressed (budget 200.0 KB)`,
);
if (total > BUDGET_BYTES) {
  console.error("The waiter's face is over its budget.");
  process.exit(1);
}
