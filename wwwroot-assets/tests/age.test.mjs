import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageLanguage, formatAge } from '../src/live/age.ts';
import { formatFigure } from '../src/live/figure.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

test('formatAge: each unit begins where the one before ends', () => {
  const ages = [0, 999, 3 * second, minute - 1, minute, hour - 1, hour, hour + 5 * minute, 24 * hour - 1, 24 * hour, 80 * hour];
  assert.deepEqual(ages.map((age) => formatAge(age, 'en')), ['0 s', '0 s', '3 s', '59 s', '1 min', '59 min', '1 h 00', '1 h 05', '23 h 59', '1 d', '3 d']);
});

test('formatAge: Chinese units', () => {
  assert.deepEqual([3 * second, 2 * minute, hour + 5 * minute, 72 * hour].map((age) => formatAge(age, 'zh')), ['3 秒', '2 分钟', '1 小时 05 分', '3 天']);
});

test('formatAge: a clock that runs ahead does not make an age negative', () => {
  assert.equal(formatAge(-5 * second, 'en'), '0 s');
});

test('ageLanguage: every Chinese tag is Chinese, everything else English', () => {
  assert.deepEqual(['zh-Hans', 'zh-CN', 'ZH', 'en', 'de'].map(ageLanguage), ['zh', 'zh', 'zh', 'en', 'en']);
});

test('formatFigure: a true minus, the asked decimals, no negative zero', () => {
  assert.deepEqual([formatFigure(-6.25, 'en', 1), formatFigure(1234.5, 'en', 0), formatFigure(-0.04, 'en', 1)], ['\u22126.3', '1,235', '0.0']);
});
