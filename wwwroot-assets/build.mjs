import fs from 'node:fs';
import path from 'node:path';

const out = path.resolve(process.argv[2] ?? '../Sensoro.Dashboard/wwwroot/dist');
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, 'charts.js'), 'export {};\n');
