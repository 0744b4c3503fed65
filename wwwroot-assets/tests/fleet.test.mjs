import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fleet, mostUrgent, statusAt } from '../src/map/fleet.ts';

const device = (sn, more = {}) => ({ sn, name: null, type: 'node', status: 'normal', lon: 120, lat: 30, lastAt: 0, battery: null, lateAt: 100, lostAt: 200, messageId: 1, headline: null, ...more });
const names = (list) => list.map(({ device: { sn } }) => sn);

function fleetOf(...devices) {
  const fleet = new Fleet();
  fleet.replace(devices, 0);
  fleet.diff();
  return fleet;
}

test('statusAt: presence ages, what needs somebody does not', () => {
  const at = (now, status) => statusAt(device('A', { status }), now);
  assert.deepEqual([at(99, 'normal'), at(100, 'normal'), at(200, 'normal'), at(200, 'late'), at(200, 'alarm'), at(200, 'maintenance')], ['normal', 'late', 'lost', 'lost', 'alarm', 'maintenance']);
});

test('Fleet: a move is told as a move, a new state as a new state', () => {
  const fleet = fleetOf(device('A'), device('B'), device('C'));
  fleet.take([device('A', { lon: 121 }), device('B', { status: 'alarm' }), device('C', { battery: 3 })], 0);
  const { added, moved, restyled, removed } = fleet.diff();
  assert.deepEqual([names(added), names(moved), names(restyled), removed], [[], ['A'], ['B'], []]);
});

test('Fleet: a device without a position is not drawn until it has one', () => {
  const fleet = fleetOf(device('A', { lon: null, lat: null }));
  assert.equal(fleet.size, 0);
  fleet.take([device('A')], 0);
  assert.deepEqual(names(fleet.diff().added), ['A']);
});

test('Fleet: ageing is told once', () => {
  const fleet = fleetOf(device('A'));
  fleet.age(150);
  assert.deepEqual(fleet.diff().restyled.map(({ status }) => status), ['late']);
  fleet.age(160);
  assert.equal(fleet.pending, false);
});

test('Fleet: a filter takes away and gives back', () => {
  const fleet = fleetOf(device('A1', { status: 'alarm' }), device('B2', { name: 'Cold store' }));
  fleet.setFilter({ status: 'alarm' });
  assert.equal(fleet.diff().removed.length, 1);
  fleet.setFilter({ search: 'cold' });
  const diff = fleet.diff();
  assert.deepEqual([names(diff.added), diff.removed.length, fleet.size], [['B2'], 1, 1]);
});

test('Fleet: what a new snapshot lacks is removed', () => {
  const fleet = fleetOf(device('A'), device('B'));
  fleet.replace([device('B')], 0);
  assert.deepEqual([fleet.diff().removed, fleet.size, fleet.find('A')], [[1], 1, undefined]);
});

test('Fleet: a battery that is not known is not low', () => {
  const fleet = fleetOf(device('A', { battery: 9.9 }), device('B', { battery: 10 }), device('C'), device('D', { battery: 0 }));
  fleet.setFilter({ battery: 10 });
  fleet.diff();
  assert.deepEqual([...fleet.shown()].map(({ device: { sn } }) => sn), ['A', 'D']);
});

test('Fleet: who falls silent comes by the clock, who is heard goes with the news', () => {
  const fleet = fleetOf(device('A', { status: 'alarm', lastAt: 0 }), device('B', { status: 'alarm', lastAt: 50 }));
  fleet.setFilter({ silent: 100 });
  fleet.diff();
  fleet.age(100);
  assert.deepEqual(names(fleet.diff().added), ['A']);
  fleet.age(101);
  assert.equal(fleet.pending, false);
  fleet.take([device('A', { status: 'alarm', lastAt: 101 })], 102);
  assert.equal(fleet.diff().removed.length, 1);
});

test('Fleet: all filters must agree', () => {
  const fleet = fleetOf(device('A', { status: 'alarm', battery: 5, lastAt: 0 }), device('B', { battery: 5, lastAt: 0 }), device('C', { status: 'alarm', battery: 50, lastAt: 0 }));
  fleet.setFilter({ status: 'alarm', type: 'node', battery: 20, silent: 10, search: '' });
  fleet.age(10);
  fleet.diff();
  assert.deepEqual([...fleet.shown()].map(({ device: { sn } }) => sn), ['A']);
});

test('Fleet: a base map in another datum moves every device there, and back', () => {
  const fleet = fleetOf(device('A', { lon: 116.397477, lat: 39.908692 }), device('B', { lon: 2.35, lat: 48.85 }));
  fleet.setDatum('gcj02');
  assert.deepEqual(names(fleet.diff().moved), ['A']);
  assert.ok(Math.abs(fleet.find('A').at[0] - 116.403721) < 1e-6);
  fleet.setDatum('wgs84');
  assert.deepEqual([names(fleet.diff().moved), fleet.find('A').at], [['A'], [116.397477, 39.908692]]);
});

test('mostUrgent: the worst first, then who was heard last, and no more than asked for', () => {
  const fleet = fleetOf(device('N1', { lastAt: 1 }), device('A1', { status: 'alarm', lastAt: 1 }), device('N2', { lastAt: 2 }), device('A2', { status: 'alarm', lastAt: 2 }), device('L', { status: 'lost' }));
  const placed = [...fleet.shown()];
  assert.deepEqual([names(mostUrgent(placed, 4)), names(mostUrgent(placed, 1)), mostUrgent([], 5)], [['A2', 'A1', 'L', 'N2'], ['A2'], []]);
});
