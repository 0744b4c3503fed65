import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonGaps, findGaps, gapRule, medianStep, splitAtGaps } from '../src/charts/gaps.ts';

const steps10 = { longest: 30, width: 0 };

test('medianStep: one long pause does not change what is usual', () => {
  assert.equal(medianStep([0, 10, 20, 30, 500, 510]), 10);
});

test('medianStep: an even number of steps takes the middle of two', () => {
  assert.equal(medianStep([0, 10, 30]), 15);
});

test('gapRule: three intervals of the device, whatever the points look like', () => {
  assert.deepEqual(gapRule([0, 5, 10], 60, 0), { longest: 180, width: 0 });
});

test('gapRule: three usual steps where the device has not said', () => {
  assert.deepEqual([gapRule([0, 10, 20], null, 0), gapRule([0, 100, 200], null, 100)], [{ longest: 30, width: 0 }, { longest: 200, width: 100 }]);
});

test('gapRule: of a bucket only the silence after it counts', () => {
  const rule = gapRule([], 60, 300);
  // an empty bucket of 300 between two that hold readings every 60
  assert.deepEqual(findGaps([0, 300, 900], rule), [{ from: 600, to: 900 }]);
  // reports every 600 leave every second bucket of 300 empty, and nothing is missing
  assert.deepEqual(findGaps([0, 600, 1_200], gapRule([], 600, 300)), []);
});

test('findGaps: points that lie evenly are no row of gaps, even if the device reports more often by now', () => {
  const rule = gapRule([], 10, 0);
  assert.deepEqual(findGaps([0, 3_600, 7_200, 10_800], rule), []);
  // where the pace changes nobody can tell
  assert.deepEqual(findGaps([0, 3_600, 7_200, 10_800, 10_810, 10_820], rule), [{ from: 7_200, to: 10_800 }]);
  assert.deepEqual(findGaps([0, 10, 3_600, 3_610], rule), [{ from: 10, to: 3_600 }]);
  assert.deepEqual(findGaps([0, 3_600], rule), [{ from: 0, to: 3_600 }]);
});

test('splitAtGaps: three steps are bridged, more are not', () => {
  assert.deepEqual(splitAtGaps([0, 10, 40, 71, 80], steps10), [[0, 3], [3, 5]]);
});

test('splitAtGaps: nothing gives no run, a single point gives one', () => {
  assert.deepEqual([splitAtGaps([], steps10), splitAtGaps([5], { longest: 0, width: 0 })], [[], [[0, 1]]]);
});

test('findGaps: the silence before the first and after the last point counts', () => {
  assert.deepEqual(findGaps([100, 110, 120], steps10, { from: 0, to: 200 }), [{ from: 0, to: 100 }, { from: 120, to: 200 }]);
});

test('findGaps: without points the whole window is a gap, and one point of an unknown device leaves none', () => {
  assert.deepEqual([findGaps([], steps10, { from: 0, to: 9 }), findGaps([5], gapRule([5], null, 0), { from: 0, to: 9 })], [[{ from: 0, to: 9 }], []]);
});

test('commonGaps: only where every series is silent', () => {
  assert.deepEqual(commonGaps([[{ from: 0, to: 10 }, { from: 20, to: 40 }], [{ from: 5, to: 30 }]]), [{ from: 5, to: 10 }, { from: 20, to: 30 }]);
});
