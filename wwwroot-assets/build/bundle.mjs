// esbuild: ES modules that share one hub connection, two scripts that run before the first paint, one style sheet.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const targets = ['es2022', 'chrome109', 'edge109', 'firefox115', 'safari16.4'];

/** Every module that holds state for the whole page must exist once, however many entries use it. */
const singletons = ['src/hub/link.ts', 'src/hub/topics.ts'];

/**
 * ApexCharts puts a style element for its legend into every chart, also into those that have none. The content policy forbids style
 * elements, and our charts have a key of their own.
 */
const withoutLegendStyles = {
  name: 'without-legend-styles',
  setup(build) {
    build.onLoad({ filter: /apexcharts\.esm\.js$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      const parts = text.split(/[\w.]+\.elLegendForeign\.appendChild\(this\.getLegendStyles\(\)\)/u);
      if (parts.length !== 2) return { errors: [{ text: 'apexcharts no longer adds the styles of its legend where it did; is its version still 4.7.0?' }] };
      return { contents: parts.join('void 0'), loader: 'js' };
    });
  },
};

function readable(error) {
  if (!Array.isArray(error?.errors) || error.errors.length === 0) return error;
  const [first] = error.errors;
  const where = first.location ? `${first.location.file}:${first.location.line}:${first.location.column}: ` : '';
  const more = error.errors.length > 1 ? ` (and ${error.errors.length - 1} more)` : '';
  return new Error(`${where}${first.text}${more}`);
}

async function run(root, options) {
  try {
    return await esbuild.build({
      absWorkingDir: root,
      outdir: 'dist',
      bundle: true,
      minify: true,
      sourcemap: true,
      write: false,
      metafile: true,
      target: targets,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      ...options,
    });
  } catch (error) {
    throw readable(error);
  }
}

function assertSingletons(metafile) {
  for (const module of singletons) {
    const holders = Object.entries(metafile.outputs).filter(([name, output]) => name.endsWith('.js') && module in output.inputs);
    if (holders.length !== 1) throw new Error(`${module} must end up in exactly one file, but is in ${holders.length}; the page would open several connections.`);
  }
}

/** @returns {Promise<Map<string, Uint8Array>>} file name relative to the output folder, content */
export async function bundle(root) {
  const modules = await run(root, {
    entryPoints: { live: 'src/live/live.ts', map: 'src/map/map.ts', charts: 'src/charts/charts.ts', gauge: 'src/gauge/gauge.ts', watch: 'src/watch/watch.ts', print: 'src/print/print.ts', reconnect: 'src/circuit/reconnect.ts' },
    format: 'esm',
    plugins: [withoutLegendStyles],
    splitting: true,
    // flat beside the entries, so that import.meta.url has the same folder in every file
    chunkNames: '[name]-[hash]',
  });
  assertSingletons(modules.metafile);
  const theme = await run(root, { entryPoints: { theme: 'src/theme/theme.ts', start: 'src/circuit/start.ts', account: 'src/account/account.ts' }, format: 'iife' });
  const styles = await run(root, {
    entryPoints: { app: 'styles/app.css' },
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]-[hash]',
  });
  const base = path.join(root, 'dist');
  return new Map([modules, theme, styles].flatMap((result) => result.outputFiles)
    .map((file) => [path.relative(base, file.path).split(path.sep).join('/'), file.contents]));
}
