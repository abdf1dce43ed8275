/** Places in a plan, read and changed. */
import { expect, test } from '@playwright/test';
import { drop, get, parsePath, put } from '../workbench/json-path.js';

const plan = {
  measures: [{ id: 'a' }, { id: 'b', addresses: ['gcm:6.c'] }],
  baseline: { answers: { 'gcm:6.c': 'no' } },
  'odd key.with[dots]': 1,
};

const paths: [text: string, path: (string | number)[]][] = [
  ['', []],
  ['title', ['title']],
  ['measures[1].addresses[0]', ['measures', 1, 'addresses', 0]],
  ['baseline.answers["gcm:6.c"]', ['baseline', 'answers', 'gcm:6.c']],
  ['baseline.answers["a\\"b"].evidence', ['baseline', 'answers', 'a"b', 'evidence']],
  ['odd key.with[dots]', ['odd key.with[dots]']],
  ['measures[', ['measures']],
];

for (const [text, path] of paths) {
  test(`the path ${text || '(empty)'} is read`, () => {
    expect(parsePath(text, plan)).toEqual(path);
  });
}

test('a change gives a new document and leaves the old one', () => {
  const changed = put(plan, ['measures', 0, 'title'], 'A');
  expect(get(changed, ['measures', 0])).toEqual({ id: 'a', title: 'A' });
  expect(plan.measures[0]).toEqual({ id: 'a' });
});

test('what is missing or of the wrong kind on the way is made', () => {
  expect(put({ measures: 3 }, ['measures', 0, 'title'], 'A')).toEqual({ measures: [{ title: 'A' }] });
});

test('what is dropped is gone from objects and lists', () => {
  expect(drop(plan, ['measures', 0])).toEqual({ ...plan, measures: [plan.measures[1]] });
  expect(drop(plan, ['baseline', 'answers', 'gcm:6.c'])).toEqual({ ...plan, baseline: { answers: {} } });
  expect(drop(plan, ['nothing', 'here'])).toBe(plan);
});

test('a key that names a prototype stays data', () => {
  const changed = put({}, ['__proto__', 'polluted'], true);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(changed as object)).toEqual(['__proto__']);
});
