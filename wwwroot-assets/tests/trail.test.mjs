import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexAt, isInGap, joinPlaces, lastBefore, legs, readPlaces } from '../src/map/places.ts';
import { Playback } from '../src/map/playback.ts';

const places = readPlaces([[10, 1, 1, 0], [20, 2, 2, 0], [90, 3, 3, 1], [100, 4, 4, 0]]);
const times = (list) => list.map(({ at }) => at);

test('places: legs leave gaps open', () => {
  assert.deepEqual(legs(places).map(times), [[10, 20], [90, 100]]);
  assert.deepEqual(legs([]), []);
  assert.deepEqual(legs(readPlaces([[10, 1, 1, 1], [90, 2, 2, 1]])).map(times), [[10], [90]]);
});

test('places: a moment has the newest place before it', () => {
  assert.deepEqual([9, 10, 19, 20, 89, 90, 1_000].map((at) => indexAt(places, at)), [-1, 0, 0, 1, 1, 2, 3]);
  assert.equal(indexAt([], 5), -1);
});

test('places: between two places with a gap nobody knows', () => {
  assert.deepEqual([15, 20, 21, 89, 90, 200].map((at) => isInGap(places, at)), [false, false, true, true, false, false]);
});

test('places: a later answer takes the place of what was known from there on', () => {
  const joined = joinPlaces(places, 90, readPlaces([[90, 3, 3, 0], [95, 5, 5, 0], [100, 4, 4, 0], [110, 6, 6, 0]]));
  assert.deepEqual([times(joined), joined.map(({ gap }) => gap)], [[10, 20, 90, 95, 100, 110], [false, false, true, false, false, false]]);
  assert.deepEqual(times(joinPlaces([], 0, places)), [10, 20, 90, 100]);
  assert.deepEqual([lastBefore(places, 95), lastBefore(places, 10)], [90, null]);
});

function playing(...at) {
  const playback = new Playback();
  playback.setTimes(at);
  return playback;
}

test('Playback: begins at the end and goes on with it', () => {
  const playback = playing(1_000, 2_000);
  assert.equal(playback.at, 2_000);
  playback.setTimes([1_000, 2_000, 3_000]);
  assert.equal(playback.at, 3_000);
  playback.seek(1_500);
  playback.setTimes([1_000, 2_000, 3_000, 4_000]);
  assert.equal(playback.at, 1_500);
});

test('Playback: plays at its rate, stops at the end and starts over from there', () => {
  const playback = playing(0, 60_000);
  playback.play();
  playback.advance(100);
  assert.deepEqual([playback.at, playback.playing], [6_000, true]);
  playback.rate = 600;
  for (let frame = 0; frame < 10; frame++) playback.advance(100);
  assert.deepEqual([playback.at, playback.playing], [60_000, false]);
  playback.play();
  assert.equal(playback.at, 0);
});

test('Playback: a page that slept does not jump', () => {
  const playback = playing(0, 3_600_000);
  playback.play();
  playback.advance(60_000);
  assert.equal(playback.at, 250 * 60);
});

test('Playback: steps from place to place and pauses', () => {
  const playback = playing(0, 10, 20);
  playback.seek(12);
  playback.play();
  playback.step(-1);
  assert.deepEqual([playback.at, playback.playing], [10, false]);
  playback.step(1);
  playback.step(1);
  assert.equal(playback.at, 20);
});

test('Playback: while it plays, new places only lengthen it', () => {
  const playback = playing(0, 1_000);
  playback.play();
  playback.advance(1);
  playback.setTimes([0, 1_000, 2_000]);
  assert.deepEqual([playback.at, playback.to, playback.playing], [60, 2_000, true]);
});

test('Playback: one place or none cannot be played', () => {
  for (const playback of [playing(), playing(5)]) {
    playback.play();
    playback.step(1);
    assert.equal(playback.playing, false);
  }
});
