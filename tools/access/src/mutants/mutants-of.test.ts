import { allow } from '../small-organization.fixture.ts';
import type { StatementDocument } from '../policy/policy.ts';
import { mutantsOfStatement } from './mutants-of.ts';

const of = (document: StatementDocument) =>
  mutantsOfStatement({ key: 'k', origin: { stack: 'dev', address: 'a', sid: 's' }, document }).map(
    ({ change, effect, substitute }) => ({ change, effect, becomes: substitute.by?.document }),
  );

test('a denial can be left out', () => {
  expect(of({ ...allow('s3:*'), Effect: 'Deny' })).toEqual([
    { change: 'drop', effect: 'allows more', becomes: undefined },
  ]);
});

test('a resource of what is allowed can become all of them', () => {
  expect(of(allow('s3:*', 'arn:aws:s3:::a'))).toEqual([
    { change: 'widen Resource', effect: 'allows more', becomes: allow('s3:*', '*') },
  ]);
});

test('what is allowed on everything, without a condition, can get no worse', () => {
  expect(of(allow('s3:*'))).toEqual([]);
});

test('each key of a condition can be missing, alone', () => {
  const Condition = { StringEquals: { 'aws:a': '1', 'aws:b': '2' }, Bool: { 'aws:c': 'true' } };
  expect(of(allow('s3:*', '*', { Condition })).map(({ change, becomes }) => [change, becomes?.Condition])).toEqual([
    ['drop condition StringEquals aws:a', { StringEquals: { 'aws:b': '2' }, Bool: { 'aws:c': 'true' } }],
    ['drop condition StringEquals aws:b', { StringEquals: { 'aws:a': '1' }, Bool: { 'aws:c': 'true' } }],
    ['drop condition Bool aws:c', { StringEquals: { 'aws:a': '1', 'aws:b': '2' } }],
  ]);
});

test('the last condition leaves none behind', () => {
  const [mutant] = of(allow('s3:*', '*', { Condition: { Bool: { 'aws:c': 'true' } } }));
  expect(mutant?.becomes).toEqual(allow('s3:*'));
});

test('a denial without its condition denies more, and may keep somebody from what they have to do', () => {
  const document: StatementDocument = { ...allow('s3:*'), Effect: 'Deny', Condition: { Bool: { 'aws:c': 'true' } } };
  expect(of(document).map(({ change, effect }) => [change, effect])).toEqual([
    ['drop', 'allows more'],
    ['drop condition Bool aws:c', 'denies more'],
  ]);
});

test.each([
  ['iam:CreateVirtualMFADevice', 'arn:aws:iam::100000000001:mfa/*', []],
  ['iam:CreateVirtualMFADevice', 'arn:aws:iam::100000000001:mfa/ada', ['widen Resource']],
  ['iam:CreateServiceLinkedRole', 'arn:aws:iam::100000000001:role/aws-service-role/*', []],
  [
    'iam:CreateServiceLinkedRole',
    'arn:aws:iam::100000000001:role/aws-service-role/ecs.amazonaws.com/*',
    ['widen Resource'],
  ],
  ['ecr:BatchGetImage', 'arn:aws:ecr:*:*:repository/*', []],
  ['ecr:BatchGetImage', 'arn:aws:ecr:*:100000000001:repository/*', ['widen Resource']],
  [['iam:CreateVirtualMFADevice', 'iam:CreateUser'], 'arn:aws:iam::100000000001:mfa/*', ['widen Resource']],
])('%j on %s is widened only where that means more resources', (action, resource, changes) => {
  expect(of(allow(action, resource)).map(({ change }) => change)).toEqual(changes);
});
