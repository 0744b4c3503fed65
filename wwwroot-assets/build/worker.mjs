// MapLibre 6 starts its worker from a file of its own. It is copied under a plain name with the ending .js, which every web
// server sends as a script, and must not be bundled or fingerprinted: the map asks for it beside its own module.
import fs from 'node:fs';
import path from 'node:path';

export function mapWorker(root) {
  const source = path.join(root, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs');
  if (!fs.existsSync(source)) throw new Error('maplibre-gl has no dist/maplibre-gl-worker.mjs; is its version still 6.17.0?');
  const text = fs.readFileSync(source, 'utf8').replace(/\n?\/\/# sourceMappingURL=\S*\s*$/u, '\n');
  const relative = text.match(/(?:from|import)\s*["']\.\/[^"']+["']/u);
  if (relative) throw new Error(`the worker of maplibre-gl needs another file now (${relative[0]}); copy it too.`);
  return new Map([['maplibre-gl-worker.js', Buffer.from(text)]]);
}
