// Bundles the tests (they import TypeScript) and hands them to node's own runner.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(folder);
const out = path.join(root, 'node_modules/.cache/tests');
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));

fs.rmSync(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints: names.map((name) => path.join(folder, name)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const files = names.map((name) => path.join(out, name));
process.exit(spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...process.argv.slice(2), ...files], { stdio: 'inherit', cwd: root }).status ?? 1);
