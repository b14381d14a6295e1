// Type-checks every *.json of a folder as a Dashboard; prints what is wrong with file and line, and exits with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2]);
const dashboards = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();

// As a literal in TypeScript, not as an imported module: only there are unknown keys and wrong words errors.
// It begins on the first line, so that line numbers are those of the JSON file.
const sources = new Map(
  dashboards.map((name) => [
    join(here, `${name}.ts`),
    `import type { Dashboard } from './dashboard'; export const dashboard: Dashboard = ${readFileSync(join(folder, name), 'utf8')};`,
  ]),
);

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (path) => sources.has(path) || fileExists(path);
host.readFile = (path) => sources.get(path) ?? readFile(path);

const found = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
for (const each of found) {
  const line = each.file ? each.file.getLineAndCharacterOfPosition(each.start).line + 1 : 0;
  const file = each.file?.fileName.replace(/^.*\//, '').replace(/\.json\.ts$/, '.json') ?? '';
  console.log(`${file}:${line}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`);
}
console.log(`${dashboards.length} dashboards, ${found.length} errors`);
process.exit(found.length === 0 && dashboards.length > 0 ? 0 : 1);
