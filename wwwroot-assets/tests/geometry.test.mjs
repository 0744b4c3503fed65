import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipLine, clipRing, closeAtPole, copiesIn, doubleArea, labelPoint, unroll } from '../build/geometry.mjs';
import { encodeLine, withoutSeams } from '../build/land.mjs';
import { blockFeatures, blocksIn, decodeLine } from '../src/map/blocks.ts';

const east = { west: 135, south: 45, east: 180, north: 90 };
const west = { west: -180, south: 45, east: -135, north: 90 };
const area = (ring) => Math.abs(doubleArea(ring)) / 2;

/** A square over the antimeridian, 20 degrees wide: from 170 east to 170 west. */
const square = [[170, 50], [-170, 50], [-170, 60], [170, 60], [170, 50]];

test('unroll: a ring over the antimeridian no longer jumps', () => {
  assert.deepEqual(unroll(square).map(([lon]) => lon), [170, 190, 190, 170, 170]);
});

test('clipping: both sides of the antimeridian get their half, and nothing crosses the map', () => {
  const ring = unroll(square);
  const halves = [east, west].map((box) => [...copiesIn(ring, box)].flatMap((copy) => [clipRing(copy, box)]));
  assert.deepEqual(halves.map((pieces) => pieces.map(area)), [[100], [100]]);
  for (const [lon] of halves[1][0]) assert.ok(lon >= -180 && lon <= -170);
});

test('closeAtPole: a ring round the pole encloses it', () => {
  const ring = closeAtPole(unroll([[-180, -70], [-90, -75], [0, -70], [90, -72], [180, -70]]));
  assert.ok(area(ring) > 360 * 15);
});

test('clipRing: outside is empty, inside is unchanged', () => {
  const box = { west: 0, south: 0, east: 10, north: 10 };
  assert.deepEqual(clipRing([[20, 20], [30, 20], [30, 30]], box), []);
  assert.equal(area(clipRing([[1, 1], [3, 1], [3, 3], [1, 3]], box)), 4);
});

test('clipLine: leaving and coming back makes two parts, without the edge between them', () => {
  const box = { west: 0, south: 0, east: 10, north: 10 };
  assert.deepEqual(clipLine([[5, 2], [15, 2], [15, 8], [5, 8]], box), [[[5, 2], [10, 2]], [[10, 8], [5, 8]]]);
});

test('withoutSeams: the cut along 180 degrees is no coast', () => {
  assert.deepEqual(withoutSeams([[179, 60], [180, 61], [180, 65], [179, 66]]), [[[179, 60], [180, 61]], [[180, 65], [179, 66]]]);
});

test('labelPoint: lies inside a bent shape, not at its middle', () => {
  const [x, y] = labelPoint([[0, 0], [10, 0], [10, 2], [2, 2], [2, 10], [0, 10]]);
  assert.ok(x < 2 || y < 2);
});

test('blocks: what the build writes is what the page reads', () => {
  const line = [[120.1234, 30.5], [120.2, 30.4321], [119.9, 30]];
  assert.deepEqual(decodeLine(encodeLine(line, 1e4), 1e4), line);
  const [land, coast] = blockFeatures({ id: 'x', scale: 1, land: [[[0, 0, 4, 0, 0, 4]]], coast: [[0, 0, 1, 1]] });
  assert.deepEqual([land.geometry.coordinates, coast.geometry.type], [[[[0, 0], [4, 0], [4, 4], [0, 0]]], 'LineString']);
});

test('blocksIn: the blocks under a view, also beyond the antimeridian', () => {
  assert.deepEqual(blocksIn(100, 20, 140, 50), ['90_0', '90_45', '135_0', '135_45']);
  assert.deepEqual(blocksIn(170, 10, 190, 20), ['135_0', '-180_0']);
});
