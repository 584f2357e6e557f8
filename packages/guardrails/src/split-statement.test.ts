import type { Statement } from './policy.ts';
import { splitStatement } from './split-statement.ts';

const deny = (Action: readonly string[], Resource: readonly string[]): Statement => ({
  Sid: 'S',
  Effect: 'Deny',
  Action,
  Resource,
});
/** At most so many actions and resources together. */
const upTo =
  (count: number) =>
  ({ Action = [], Resource = [] }: Statement) =>
    Action.length + Resource.length <= count;

test('the longest list of actions that fits is cut off', () => {
  expect(splitStatement(deny(['a', 'b', 'c'], ['x']), upTo(3))).toEqual({
    part: deny(['a', 'b'], ['x']),
    remains: [deny(['c'], ['x'])],
  });
});

test('one action is divided by its resources', () => {
  expect(splitStatement(deny(['a'], ['x', 'y', 'z']), upTo(3))).toEqual({
    part: deny(['a'], ['x', 'y']),
    remains: [deny(['a'], ['z'])],
  });
});

test('where neither list alone helps, one action is taken with as many resources as fit', () => {
  expect(splitStatement(deny(['a', 'b', 'c'], ['x', 'y', 'z']), upTo(3))).toEqual({
    part: deny(['a'], ['x', 'y']),
    remains: [deny(['a'], ['z']), deny(['b', 'c'], ['x', 'y', 'z'])],
  });
});

test('one action on one resource that does not fit is not divided', () => {
  expect(splitStatement(deny(['a', 'b'], ['x', 'y']), upTo(1))).toBeUndefined();
});

test('what is excepted is never divided', () => {
  const statement: Statement = { Sid: 'S', Effect: 'Deny', NotAction: ['a', 'b'], NotResource: ['x', 'y'] };
  expect(splitStatement(statement, ({ NotAction = [] }) => NotAction.length < 2)).toBeUndefined();
});
