import test from 'node:test';
import assert from 'node:assert/strict';
import { inTime, TooLate } from '../src/circuit/intime.ts';

test('an attempt that ends in time comes to what it came to', async () => {
  assert.equal(await inTime(Promise.resolve(true), 1000), true);
  await assert.rejects(inTime(Promise.reject(new RangeError('gone')), 1000), RangeError);
  assert.equal(await inTime(undefined, 1000), undefined);
});

test('an attempt that never ends is given up', async () => {
  await assert.rejects(inTime(new Promise(() => {}), 1), TooLate);
});
