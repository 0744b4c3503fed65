import assert from 'node:assert/strict';
import { test } from 'node:test';
import { niceScale } from '../src/charts/scale.ts';
import { Times } from '../src/charts/times.ts';

test('niceScale: round ends that hold all values', () => {
  assert.deepEqual(niceScale(2.1, 6.3, 4, 1), { min: 2, max: 8, step: 2, decimals: 0 });
});

test('niceScale: no finer than the metric is measured', () => {
  assert.deepEqual(niceScale(3, 4, 4, 0), { min: 3, max: 4, step: 1, decimals: 0 });
});

test('niceScale: a flat line gets room', () => {
  const { min, max } = niceScale(5, 5, 4, 1);
  assert.ok(min < 5 && max > 5);
});

test('niceScale: steps of 0.1 print one decimal and no rounding dust', () => {
  const scale = niceScale(0.1, 0.42, 4, 2);
  assert.deepEqual([scale.step, scale.decimals, scale.min], [0.1, 1, 0.1]);
});

test('Times: labels are round in the zone of the reader, not in that of the browser', () => {
  const times = new Times('en', 'Asia/Kolkata');
  const from = Date.UTC(2026, 10, 22, 8, 38);
  assert.deepEqual(times.ticks(from, from + 24 * 3_600_000, 9).map(({ text }) => text), ['15:00', '18:00', '21:00', 'Mon 23 Nov', '03:00', '06:00', '09:00', '12:00']);
});

test('Times: midnights stay midnights when the clocks change', () => {
  const times = new Times('en', 'Europe/Berlin');
  const from = Date.UTC(2026, 9, 24, 0);
  assert.deepEqual(times.midnights(from, from + 2 * 86_400_000).map((at) => new Date(at).toISOString()), ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
});
