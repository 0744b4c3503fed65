import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellFeature, cellId, deviceSource } from '../src/map/features.ts';

const cell = [116.4, 39.9, 30, 1, 5, 6];

test('cellFeature: weighs what it counts and stands where the base map has it', () => {
  const plain = cellFeature(cell, 0, 'wgs84');
  assert.deepEqual(plain.geometry.coordinates, [116.4, 39.9]);
  assert.equal(plain.properties.members, 30);
  const shifted = cellFeature(cell, 0, 'gcj02').geometry.coordinates;
  assert.ok(Math.abs(shifted[0] - 116.40624) < 1e-4 && Math.abs(shifted[1] - 39.9014) < 1e-4, String(shifted));
});

test('cellId: never the id of a device', () => {
  const ids = Array.from({ length: 100 }, (_, index) => cellId(index));
  assert.ok(ids.every((id) => id < 0));
  assert.equal(new Set(ids).size, ids.length);
});

test('deviceSource: a ring adds up devices and what cells count', () => {
  assert.deepEqual(deviceSource().clusterProperties.normal, ['+', ['case', ['==', ['get', 'status'], 'normal'], ['coalesce', ['get', 'members'], 1], 0]]);
});
