import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostPoints, Track } from '../src/charts/track.ts';

const reading = (at, value) => ({ metric: 'temperature', at, value, y: null, z: null });
const raw = (...points) => ({ sn: 'A', metric: 'temperature', unit: '°C', resolutionMs: 0, interval: null, points, late: [] });

function loaded(series) {
  const track = new Track('A', 'temperature');
  track.load(series);
  return track;
}

test('Track: a late reading goes where it belongs in time', () => {
  const track = loaded(raw([10, 1], [30, 3]));
  track.take(reading(20, 2));
  assert.deepEqual(track.points.map(({ value }) => value), [1, 2, 3]);
});

test('Track: a repeated reading changes nothing', () => {
  const track = loaded(raw([10, 1]));
  assert.equal(track.take(reading(10, 1)), false);
  assert.equal(track.points.length, 1);
});

test('Track: zero is a reading, a missing value is none', () => {
  const track = loaded(raw());
  assert.deepEqual([track.take(reading(10, 0)), track.take(reading(20, null))], [true, false]);
});

test('Track: a new bucket begins with its first reading and averages what follows', () => {
  const track = loaded({ ...raw([0, 1, 2, 3]), resolutionMs: 100 });
  for (const [at, value] of [[110, 4], [120, 8]]) track.take(reading(at, value));
  assert.deepEqual(track.points.at(-1), { at: 100, min: 4, value: 6, max: 8 });
  assert.equal(track.newestAt, 120);
});

test('Track: a bucket of the server keeps its average and widens its band', () => {
  const track = loaded({ ...raw([0, 1, 2, 3]), resolutionMs: 100 });
  track.take(reading(50, 9));
  assert.deepEqual(track.points, [{ at: 0, min: 1, value: 2, max: 9 }]);
});

test('Track: what left the window is forgotten', () => {
  const track = loaded(raw([10, 1], [20, 2], [30, 3]));
  track.trim(20);
  assert.deepEqual(track.points.map(({ at }) => at), [20, 30]);
  track.trim(99);
  assert.equal(track.points.length, 0);
});

test('Track: the crosshair finds no point inside a gap', () => {
  const track = loaded(raw([0, 1], [1_000, 2], [2_000, 3], [60_000, 4]));
  assert.equal(track.nearest(30_000), null);
  assert.equal(track.nearest(1_200)?.value, 2);
});

test('Track: never more points than a screen tells apart, however long one looks', () => {
  const track = loaded(raw(...Array.from({ length: mostPoints }, (_, i) => [i, i])));
  for (let i = 0; i < 50; i++) track.take(reading(mostPoints + i, i));
  assert.equal(track.points.length, mostPoints);
  assert.equal(track.points[0].at, 50);
  assert.equal(track.isFull, true);
});

test('Track: days and months are counted from the bucket of the server', () => {
  const day = 86_400_000;
  const track = loaded({ ...raw([1_000, 1, 2, 3]), resolutionMs: day });
  track.take(reading(day, 9));
  assert.deepEqual(track.points, [{ at: 1_000, min: 1, value: 2, max: 9 }]);
  track.take(reading(day + 2_000, 9));
  assert.equal(track.points.at(-1).at, day + 1_000);
});
