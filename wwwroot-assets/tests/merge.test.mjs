import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNews, mergeInto } from '../src/hub/merge.ts';

const key = (item) => item.sn;
const at = (messageId, revision = 0) => ({ messageId, revision });

test('isNews: what is not shown yet is news', () => {
  assert.equal(isNews(undefined, at(1)), true);
});

test('isNews: an older message never replaces a newer one, whatever staff have changed', () => {
  assert.equal(isNews(at(10), at(9, 5)), false);
});

test('isNews: the same message again is a repetition', () => {
  assert.equal(isNews(at(10, 2), at(10, 2)), false);
});

test('isNews: the same message with a later revision is a device somebody changed', () => {
  assert.equal(isNews(at(10, 2), at(10, 3)), true);
  assert.equal(isNews(at(10, 3), at(10, 2)), false);
});

test('mergeInto: events that came while the snapshot loaded are applied only where they are newer', () => {
  const store = new Map([['A', { sn: 'A', ...at(5), v: 'snapshot' }], ['B', { sn: 'B', ...at(8), v: 'snapshot' }]]);
  const events = [{ sn: 'A', ...at(9), v: 'event' }, { sn: 'B', ...at(7), v: 'event' }, { sn: 'C', ...at(9), v: 'event' }];
  const news = mergeInto(store, key, events);
  assert.deepEqual(news.map(key), ['A', 'C']);
  assert.deepEqual([...store.values()].map(({ v }) => v), ['event', 'snapshot', 'event']);
});

test('mergeInto: the same event twice counts once', () => {
  const store = new Map();
  const event = [{ sn: 'A', ...at(3) }];
  assert.equal(mergeInto(store, key, event).length + mergeInto(store, key, event).length, 1);
});
