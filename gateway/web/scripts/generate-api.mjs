/** Writes the types of the four services' API documents, as they are committed, to src/api/generated. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const services = ["menu", "orders", "payments", "staff"];
const folder = new URL("../src/api/generated/", import.meta.url);

await mkdir(folder, { recursive: true });
for (const service of services) {
  const document = new URL(`../../../${service}-service/openapi.yaml`, import.meta.url);
  const types = `/* Made from ${service}-service/openapi.yaml. */\n${astToString(await openapiTS(document))}`;
  const target = new URL(`${service}.ts`, folder);
  const before = await readFile(target, "utf8").catch(() => "");
  if (before !== types) {
    await writeFile(target, types);
  }
}
