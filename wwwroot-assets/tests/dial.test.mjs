import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialAngle } from '../src/gauge/dial.ts';
import { backoff } from '../src/hub/backoff.ts';
import { sparkPath } from '../src/charts/sparkline.ts';

test('dialAngle: ends, middle, and no further than the ends', () => {
  assert.deepEqual([-10, 5, 20, 99, -99].map((value) => dialAngle(value, -10, 20)), [-120, 0, 120, 120, -120]);
});

test('dialAngle: a range without width stays at its start', () => {
  assert.equal(dialAngle(5, 5, 5), -120);
});

test('backoff: grows, is spread, and never exceeds its cap', () => {
  const middle = (attempt) => backoff(attempt, () => 0.5);
  assert.deepEqual([0, 1, 4, 5, 500].map(middle), [300, 1000, 8000, 15000, 15000]);
  assert.ok(backoff(0, () => 0) < 300 && backoff(0, () => 1) > 300);
});

test('sparkPath: a missing value lifts the pen', () => {
  assert.equal(sparkPath([[0, 1], [1, null], [2, 3]], (at) => at, (value) => value), 'M0.0 1.0M2.0 3.0');
});
