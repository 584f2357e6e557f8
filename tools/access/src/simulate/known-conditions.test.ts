import { allowedContextKeysForRequest, isConditionKeyArray, typeForContextKey } from '@cloud-copilot/iam-simulate';
import { allow } from '../small-organization.fixture.ts';
import type { Context } from '../world/world.ts';
import { conditionsIn, keysOfEveryRequest, whetherHolds } from './known-conditions.ts';

const { single, several } = keysOfEveryRequest;

test('keys that are compared without an action are keys of every action, with a value or several as the simulator has them', async () => {
  const ofEveryAction = await allowedContextKeysForRequest('s3', 'ListAllMyBuckets', '*', false, undefined);
  expect([...single, ...several].filter((key) => !ofEveryAction.includes(key))).toEqual([]);
  const lists = await Promise.all(
    [...single, ...several].map(async (key) => isConditionKeyArray(await typeForContextKey(key))),
  );
  expect(lists).toEqual([...single.map(() => false), ...several.map(() => true)]);
});

const web = 'arn:aws:iam::100000000001:role/web';

test.each<[operator: string, key: string, value: string, known: Context, expected: boolean | undefined]>([
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/w*', { 'aws:principalarn': web }, true],
  ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/w*', { 'aws:principalarn': web }, false],
  ['ArnLike', 'aws:principalARN', 'arn:aws:iam::*:role/w*', { 'aws:principalarn': web }, true],
  ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/w*', { 'aws:principalarn': undefined }, true],
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/w*', { 'aws:principalarn': undefined }, false],
  ['Null', 'aws:AssumedRoot', 'true', { 'aws:assumedroot': undefined }, true],
  ['StringEquals', 'aws:PrincipalArn', '${aws:SourceArn}', { 'aws:principalarn': web }, undefined],
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', {}, undefined],
  ['StringEquals', 's3:prefix', 'a', { 's3:prefix': 'a' }, undefined],
  ['StringEquals', 's3:prefix', 'a', { 's3:prefix': undefined }, false],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o/*', { 'aws:principalorgpaths': ['o/r/'] }, true],
  ['StringEquals', 'gitlab.com:sub', 'a', { 'gitlab.com:sub': 'a' }, true],
])('%s of %s with %s, where %j is known, holds: %s', (operator, key, value, known, expected) => {
  const [condition] = conditionsIn(allow('s3:*', '*', { Condition: { [operator]: { [key]: value } } }));
  if (!condition) throw new Error('the statement has no condition');
  expect(whetherHolds(condition, { has: (each) => each in known, get: (each) => known[each] })).toBe(expected);
});
