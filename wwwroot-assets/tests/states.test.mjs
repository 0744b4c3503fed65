import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut, silences, stateAt, StateTrack, toSpans, totals } from '../src/charts/states.ts';

const window = { from: 0, to: 1_000 };
const spans = toSpans([[0, 400, 0, 0], [400, 401, 1, 0], [401, 800, 0, 0]]);

function track(intervals, until, interval = 10) {
  const state = new StateTrack('A', 'smoke');
  state.load({ sn: 'A', metric: 'smoke', interval: interval / 1_000, intervals }, until);
  return state;
}

test('layOut: an alarm of a moment is still seen, and lies on top', () => {
  const bars = layOut(spans, window, 500);
  assert.equal(bars.at(-1).span.active, true);
  assert.equal(bars.at(-1).width, 2);
  assert.deepEqual(bars.slice(0, 2).map(({ left, width }) => [left, width]), [[0, 200], [200.5, 199.5]]);
});

test('layOut: bars end at the edges of the window', () => {
  assert.deepEqual(layOut(toSpans([[-500, 2_000, 1, 0]]), window, 100).map(({ left, width }) => [left, width]), [[0, 100]]);
  assert.deepEqual(layOut(toSpans([[1_000, 2_000, 1, 0]]), window, 100), []);
});

test('totals: how often and how long within the window', () => {
  assert.deepEqual(totals(toSpans([[-100, 100, 1, 0], [100, 200, 0, 0], [200, 250, 1, 0]]), window), { times: 2, length: 150, mixed: false });
});

test('totals: a stretch too short to be told apart says at least', () => {
  assert.deepEqual(totals(toSpans([[0, 10, -1, 5]]), window), { times: 3, length: 0, mixed: true });
});

test('silences: before, between and after', () => {
  assert.deepEqual(silences(toSpans([[100, 200, 0, 0], [300, 400, 1, 0]]), window), [{ from: 0, to: 100 }, { from: 200, to: 300 }, { from: 400, to: 1_000 }]);
});

test('stateAt: nothing within a gap', () => {
  assert.deepEqual([stateAt(spans, 400)?.active, stateAt(spans, 900), stateAt(spans, 800)?.active], [true, null, false]);
});

test('StateTrack: the same state goes on, another one begins', () => {
  const state = track([[0, 100, 0, 0]], 100);
  assert.equal(state.take(110, false), true);
  assert.equal(state.take(120, true), true);
  assert.deepEqual(state.spans.map(({ from, to, active }) => [from, to, active]), [[0, 120, false], [120, 120, true]]);
});

test('StateTrack: after a silence a new stretch begins and the gap stays', () => {
  const state = track([[0, 100, 0, 0]], 100);
  state.take(500, false);
  assert.deepEqual(state.spans.map(({ from, to }) => [from, to]), [[0, 100], [500, 500]]);
});

test('StateTrack: the last state holds until the next report is overdue', () => {
  const state = track([[0, 100, 1, 0]], 100);
  state.holdUntil(125);
  assert.equal(state.spans[0].to, 125);
  state.holdUntil(200);
  assert.equal(state.spans[0].to, 125);
});

test('StateTrack: a state that had ended before does not come to life again', () => {
  const state = track([[0, 100, 1, 0]], 50_000);
  state.holdUntil(50_001);
  assert.equal(state.spans[0].to, 100);
});

test('StateTrack: what came late is left to the next load', () => {
  const state = track([[100, 200, 0, 0]], 200);
  assert.equal(state.take(50, true), false);
  assert.equal(state.spans.length, 1);
});
