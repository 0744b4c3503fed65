import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from '../src/charts/encode.ts';

test('encode: markup becomes text', () => {
  assert.equal(encode('<img src=x onerror="alert(1)">'), '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});

test('encode: quotes of every kind cannot end an attribute', () => {
  assert.equal(encode(`"'\``), '&quot;&#39;&#96;');
});

test('encode: an entity is not decoded twice', () => {
  assert.equal(encode('&lt;b&gt;'), '&amp;lt;b&amp;gt;');
});

test('encode: ordinary units stay as they are', () => {
  assert.equal(encode('µg/m³ · °C · 温度'), 'µg/m³ · °C · 温度');
});

test('encode: nothing becomes the empty text', () => {
  assert.equal(encode(null) + encode(undefined), '');
});
