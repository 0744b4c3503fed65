import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonGaps, findGaps, medianStep, splitAtGaps } from '../src/charts/gaps.ts';

test('medianStep: one long pause does not change what is usual', () => {
  assert.equal(medianStep([0, 10, 20, 30, 500, 510]), 10);
});

test('medianStep: an even number of steps takes the middle of two', () => {
  assert.equal(medianStep([0, 10, 30]), 15);
});

test('splitAtGaps: three steps are bridged, more are not', () => {
  assert.deepEqual(splitAtGaps([0, 10, 40, 71, 80], 10), [[0, 3], [3, 5]]);
});

test('splitAtGaps: nothing gives no run, a single point gives one', () => {
  assert.deepEqual([splitAtGaps([], 10), splitAtGaps([5], 0)], [[], [[0, 1]]]);
});

test('findGaps: the silence before the first and after the last point counts', () => {
  assert.deepEqual(findGaps([100, 110, 120], 10, { from: 0, to: 200 }), [{ from: 0, to: 100 }, { from: 120, to: 200 }]);
});

test('findGaps: without points the whole window is a gap', () => {
  assert.deepEqual(findGaps([], 0, { from: 0, to: 9 }), [{ from: 0, to: 9 }]);
});

test('commonGaps: only where every series is silent', () => {
  assert.deepEqual(commonGaps([[{ from: 0, to: 10 }, { from: 20, to: 40 }], [{ from: 5, to: 30 }]]), [{ from: 5, to: 10 }, { from: 20, to: 30 }]);
});
