import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNews, mergeInto } from '../src/hub/merge.ts';

const key = (item) => item.sn;
const shownAt = (messageId, cursor) => ({ item: { messageId }, cursor });

test('isNews: what is not shown yet is news', () => {
  assert.equal(isNews(undefined, { messageId: 1 }, 1), true);
});

test('isNews: an older message never replaces a newer one, whatever its cursor', () => {
  assert.equal(isNews(shownAt(10, 12), { messageId: 9 }, 20), false);
});

test('isNews: the same message with a cursor already seen is a repetition', () => {
  assert.equal(isNews(shownAt(10, 12), { messageId: 10 }, 12), false);
});

test('isNews: the same message with a later cursor is a device somebody changed', () => {
  assert.equal(isNews(shownAt(10, 12), { messageId: 10 }, 13), true);
});

test('mergeInto: events that came while the snapshot loaded are applied only where they are newer', () => {
  const store = new Map([['A', { item: { sn: 'A', messageId: 5, v: 'snapshot' }, cursor: 8 }], ['B', { item: { sn: 'B', messageId: 8, v: 'snapshot' }, cursor: 8 }]]);
  const events = [{ sn: 'A', messageId: 9, v: 'event' }, { sn: 'B', messageId: 7, v: 'event' }, { sn: 'C', messageId: 9, v: 'event' }];
  const news = mergeInto(store, key, events, 9);
  assert.deepEqual(news.map(key), ['A', 'C']);
  assert.deepEqual([...store.values()].map(({ item }) => item.v), ['event', 'snapshot', 'event']);
});

test('mergeInto: the same event twice counts once', () => {
  const store = new Map();
  const event = [{ sn: 'A', messageId: 3 }];
  assert.equal(mergeInto(store, key, event, 3).length + mergeInto(store, key, event, 3).length, 1);
});
