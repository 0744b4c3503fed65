import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const styles = path.join(process.cwd(), 'styles');
const read = (name) => fs.readFileSync(path.join(styles, name), 'utf8');

function values(css, selector) {
  const start = css.indexOf(selector);
  return Object.fromEntries([...css.slice(start, css.indexOf('\n}', start)).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name, value]));
}

const css = read('tokens.css') + read('tokens-map.css');
const light = { ...values(read('tokens.css'), ':root {'), ...values(read('tokens-map.css'), ':root {') };
const dark = { ...light, ...values(read('tokens.css'), '[data-theme="dark"] {'), ...values(read('tokens-map.css'), '[data-theme="dark"] {') };

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const states = ['alarm', 'malfunction', 'lost', 'late', 'normal', 'never', 'maintenance'];
const surfaces = ['canvas', 'surface', 'sunken', 'raised', 'hover', 'selected'];
const pairs = [
  ...['text', 'text-2', 'text-3'].flatMap((text) => surfaces.map((surface) => [text, surface, 4.5])),
  ...states.flatMap((state) => [[`${state}-fg`, `${state}-bg`, 4.5], [`${state}-fg`, 'surface', 4.5], [`${state}-fg`, 'selected', 4.5], [`${state}-border`, 'surface', 3], [`${state}-solid`, 'surface', 3], [`${state}-on`, `${state}-solid`, 3]]),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => [`c${i}`, 'surface', 3]),
  ['accent', 'surface', 4.5], ['on-accent', 'accent', 4.5], ['on-ink', 'ink', 4.5], ['control', 'surface', 3], ['focus', 'canvas', 3], ['axis', 'surface', 4.5], ['map-label', 'map-land', 4.5], ['map-label', 'map-sea', 3.5],
];

for (const [theme, tokens] of Object.entries({ light, dark })) {
  test(`tokens: every pair in use can be read, ${theme}`, () => {
    const weak = pairs.filter(([front, back, least]) => contrast(tokens[front], tokens[back]) < least).map(([front, back]) => `${front} on ${back}`);
    assert.deepEqual(weak, []);
  });
}

test('styles: no colour outside the token files', () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab)\(/i;
  const guilty = fs.readdirSync(styles).filter((name) => name.endsWith('.css') && !name.startsWith('tokens'))
    .flatMap((name) => read(name).split('\n').filter((line) => literal.test(line.replace(/url\([^)]*\)/g, '').replace(/#mud-[\w-]+/g, ''))).map((line) => `${name}: ${line.trim()}`));
  assert.deepEqual(guilty, []);
});

test('styles: every token in use exists', () => {
  const defined = new Set([...css.matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name));
  const set = new Set(['p', 'spark']);
  const used = fs.readdirSync(styles).filter((name) => name.endsWith('.css')).flatMap((name) => [...read(name).matchAll(/var\(--([\w-]+)/g)].map(([, token]) => token));
  assert.deepEqual([...new Set(used.filter((token) => !defined.has(token) && !set.has(token)))], []);
});
