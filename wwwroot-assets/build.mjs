// Bundles the front end into one folder: node build.mjs <output folder>.
// The same input always gives the same files; files of an earlier build are removed, unchanged ones are not touched.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.mjs';
import { baseMapFiles } from './build/basemap.mjs';
import { notices } from './build/notices.mjs';
import { mapWorker } from './build/worker.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(root, '../Sensoro.Dashboard/wwwroot/dist'));

function fail(message) {
  // the form that MSBuild shows as an error of its own
  console.error(`wwwroot-assets/build.mjs : error SNS002: ${message}`);
  process.exit(1);
}

if (process.argv[2]?.startsWith('-')) fail(`"${process.argv[2]}" is no folder; accepted is: node build.mjs [output folder].`);
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js 20 or newer is needed, this is ${process.version}.`);
if (!fs.existsSync(path.join(root, 'node_modules'))) fail('the packages are not installed; run "npm ci" in wwwroot-assets first.');

function* filesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else yield full;
  }
}

function sameContent(file, content) {
  if (!fs.existsSync(file) || fs.statSync(file).size !== content.byteLength) return false;
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  return hash(fs.readFileSync(file)) === hash(content);
}

function write(files) {
  fs.mkdirSync(out, { recursive: true });
  const wanted = new Set([...files.keys()].map((name) => path.join(out, name)));
  for (const file of filesBelow(out)) if (!wanted.has(file)) fs.rmSync(file);
  for (const [name, content] of files) {
    const file = path.join(out, name);
    if (sameContent(file, content)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}

try {
  const files = new Map([...(await bundle(root)), ...mapWorker(root), ...baseMapFiles(root), ...notices(root)]);
  write(files);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
