import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, sentence } from '../src/watch/changes.ts';

const said = (entries) => new Map(Object.entries(entries).map(([metric, value]) => [metric, { label: metric, value }]));

test('changes: only what reads differently, and what is new', () => {
  const found = changes(said({ temperature: '21.5 °C', smoke: 'no smoke', door: 'closed' }), said({ smoke: 'smoke', temperature: '21.5 °C', humidity: '40 %RH' }));
  assert.deepEqual(found.map(({ metric, before, value }) => [metric, before, value]), [['smoke', 'no smoke', 'smoke'], ['humidity', null, '40 %RH']]);
});

test('changes: the same page again changes nothing', () => {
  assert.deepEqual(changes(said({ smoke: 'smoke' }), said({ smoke: 'smoke' })), []);
});

test('sentence: says the value before where there was one', () => {
  assert.equal(sentence(changes(said({ a: '1' }), said({ a: '2', b: '3' }))), 'a 1 → 2 · b 3');
});
