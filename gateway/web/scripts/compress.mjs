/** Compresses what is sent as text once, so that NGINX need not do it for every phone. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const site = fileURLToPath(new URL("../../target/web", import.meta.url));
const TEXT = /\.(html|css|js|svg|json|webmanifest)$/;

for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && TEXT.test(entry.name)) {
    const file = join(entry.parentPath, entry.name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  }
}
