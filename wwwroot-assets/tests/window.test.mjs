import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beforeOf, compareShift, isLive, pointBudget, widened, windowAt } from '../src/charts/window.ts';
import { resolutionText } from '../src/charts/resolution.ts';
import { fullLabels } from '../src/charts/options.ts';
import { Track } from '../src/charts/track.ts';

const hour = 3_600_000;
const day = 24 * hour;

test('windowAt: a length moves with the clock, two ends stand', () => {
  assert.deepEqual([windowAt({ span: 10 }, 100), windowAt({ from: 1, to: 2 }, 100)], [{ from: 90, to: 100 }, { from: 1, to: 2 }]);
});

test('isLive: what ends in the past takes no readings', () => {
  assert.deepEqual([isLive({ span: 10 }, 100), isLive({ from: 0, to: 99 }, 100), isLive({ from: 0, to: 101 }, 100)], [true, false, true]);
});

test('beforeOf: the same length before, unless the page names a month of another length', () => {
  assert.deepEqual(beforeOf({ from: 100, to: 130 }, null), { from: 70, to: 100 });
  assert.deepEqual(beforeOf({ from: 100, to: 130 }, { from: 72, to: 100 }), { from: 72, to: 100 });
});

test('compareShift: both periods begin at the same place', () => {
  const [before, now] = [{ from: 0, to: 28 * day }, { from: 28 * day, to: 59 * day }];
  const track = new Track('A', 'temperature');
  track.load({ sn: 'A', metric: 'temperature', unit: null, resolutionMs: 0, interval: null, points: [[before.from, 1], [before.from + hour, 2]], late: [[before.from, 7]] }, compareShift(now, before));
  assert.deepEqual(track.points.map(({ at }) => at), [now.from, now.from + hour]);
  assert.deepEqual([...track.late], [[now.from, 7]]);
});

test('widened: twice as much, but nothing of the future', () => {
  assert.deepEqual(widened({ from: 100, to: 200 }, 1_000), { from: 50, to: 250 });
  assert.deepEqual(widened({ from: 100, to: 200 }, 210), { from: 50, to: 210 });
  // today lies partly ahead already
  assert.deepEqual(widened({ from: 100, to: 200 }, 150), { from: 50, to: 200 });
});

test('pointBudget: as many as pixels, in hundreds, within the limit', () => {
  assert.deepEqual([pointBudget(20, 1_500), pointBudget(301, 1_500), pointBudget(9_000, 1_500)], [100, 400, 1_500]);
});

test('resolutionText: whole hours without minutes, days and months by their names', () => {
  const labels = fullLabels(undefined);
  const text = (length) => (length === hour ? '1 h 00' : '5 min');
  assert.deepEqual([resolutionText(0, null, labels, text), resolutionText(300_000, null, labels, text), resolutionText(hour, null, labels, text), resolutionText(day, 'day', labels, text)],
    ['every reading', '5 min average, min–max band', '1 h average, min–max band', 'daily average, min–max band']);
});
