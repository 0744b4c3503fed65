import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { fromDatum, toDatum } from '../src/map/datum.ts';

// the same file as the server's tests
const { vectors, tolerance_deg: tolerance } = JSON.parse(fs.readFileSync('../Sensoro.Dashboard.Tests/Vectors/gcj02.json', 'utf8'));
const isNear = ([lon, lat], [otherLon, otherLat], limit) => Math.abs(lon - otherLon) <= limit && Math.abs(lat - otherLat) <= limit;
const missed = (pairs, limit) => pairs.filter(([, expected, actual]) => !isNear(expected, actual, limit)).map(([name]) => name);

test('datum: to GCJ-02 as the libraries have it', () => {
  assert.ok(vectors.length > 200);
  assert.deepEqual(missed(vectors.map(({ name, wgs84, gcj02 }) => [name, gcj02, toDatum(...wgs84, 'gcj02')]), tolerance), []);
});

test('datum: back to WGS-84 within a tenth of a metre, and always with an end', () => {
  const invertible = vectors.filter((vector) => vector.gcj02_to_wgs84);
  assert.deepEqual(missed(invertible.map(({ name, wgs84, gcj02 }) => [name, wgs84, fromDatum(...gcj02, 'gcj02')]), 3e-6), []);
  for (const { gcj02 } of vectors) assert.ok(fromDatum(...gcj02, 'gcj02').every(Number.isFinite));
});

test('datum: WGS-84 stays as it is', () => {
  assert.deepEqual([toDatum(116.4, 39.9, 'wgs84'), fromDatum(116.4, 39.9, 'wgs84')], [[116.4, 39.9], [116.4, 39.9]]);
});
