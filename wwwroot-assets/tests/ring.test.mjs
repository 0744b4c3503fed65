import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ringRadius, ringSlices, smallest, worstOf } from '../src/map/ring.ts';

const counts = (given) => ({ alarm: 0, malfunction: 0, lost: 0, late: 0, normal: 0, never: 0, maintenance: 0, ...given });
const sum = (slices) => slices.reduce((total, { share }) => total + share, 0);

test('ringSlices: one alarm among a thousand can be seen', () => {
  const slices = ringSlices(counts({ alarm: 1, normal: 999 }));
  assert.deepEqual(slices.map(({ status }) => status), ['alarm', 'normal']);
  assert.ok(Math.abs(slices[0].share - smallest) < 1e-9);
  assert.ok(Math.abs(sum(slices) - 1) < 1e-9);
});

test('ringSlices: lifting the small ones never pushes another below the minimum', () => {
  const slices = ringSlices(counts({ alarm: 1, malfunction: 1, lost: 1, late: 1, normal: 60, never: 4, maintenance: 1 }));
  assert.equal(slices.length, 7);
  assert.ok(slices.every(({ share }) => share >= smallest - 1e-9));
  assert.ok(Math.abs(sum(slices) - 1) < 1e-9);
});

test('ringSlices: each slice begins where the one before ends', () => {
  const slices = ringSlices(counts({ lost: 2, late: 3, normal: 5 }));
  assert.deepEqual(slices.map(({ from }) => Number(from.toFixed(6))), [0, 0.2, 0.5]);
});

test('ringSlices: one state fills the ring, none draws nothing', () => {
  assert.deepEqual([ringSlices(counts({ normal: 9 })), ringSlices(counts({}))], [[{ status: 'normal', from: 0, share: 1 }], []]);
});

test('worstOf: the most urgent state that is present', () => {
  assert.equal(worstOf(counts({ normal: 50, lost: 1 })), 'lost');
});

test('ringRadius: grows with the number and stays within its limits', () => {
  assert.ok(ringRadius(2) === 14 && ringRadius(100) > ringRadius(12) && ringRadius(1e6) === 27);
});
