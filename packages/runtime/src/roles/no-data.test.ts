import { type PolicyStatement, dataReads } from '@bulkhead/baseline';
import type { LocalRoleName } from '@bulkhead/model';
import { allows } from '../grants/evaluate.fixture.ts';
import { noData } from './no-data.ts';
import { policiesOf } from './policies-of.ts';
import type { RightClass } from './right.ts';
import { rightsByService } from './rights-by-service.ts';
import { type RightsTerms, rightsOf } from './rights-of.ts';

const accountId = '000000000001';
const operations = ['restart', 'scale', 'fail-over'] as const;
const sensitive: RightsTerms = { data: 'sensitive', operations, peopleReadData: undefined };
const sanitized: RightsTerms = { ...sensitive, data: 'sanitized' };
const people = ['operator', 'observer'] as const;

/** What somebody else allows: a store's own policy, for instance, may name everybody in its account. */
const everything: PolicyStatement = { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' };
const time = '2026-11-24T00:00:00Z';
interface More {
  readonly granted?: readonly string[];
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}
const may = (
  role: LocalRoleName,
  terms: RightsTerms,
  action: string,
  { granted, resource = '*', context }: More = {},
) =>
  allows([everything, ...noData(role, terms, granted), ...Object.values(policiesOf(role, terms, accountId)).flat()], {
    action: action.replace('*', 'X'),
    resource,
    roleArn: `arn:aws:iam::${accountId}:role/bulkhead/${role}`,
    context: { 'aws:CurrentTime': time, 'aws:ResourceAccount': accountId, ...context },
  });

const actionsIn = (...classes: readonly RightClass[]) =>
  Object.values(rightsByService).flatMap((rights) =>
    classes.flatMap((each) => (rights[each] ?? []).flatMap(({ actions }) => actions)),
  );
const reads = [...new Set([...dataReads, ...actionsIn('read-data', 'read-secrets', 'run')])].sort();

test.each(people.flatMap((role) => reads.map((action) => [role, action] as const)))(
  'where data is sensitive, %s is not allowed %s, whoever allows it',
  (role, action) => {
    expect(may(role, sensitive, action)).toBe(false);
  },
);

// what applications log, people debug with there
const isLog = (action: string) => action.startsWith('logs:');
test.each(people.flatMap((role) => reads.filter((each) => !isLog(each)).map((action) => [role, action] as const)))(
  'where data is sanitized, %s is not allowed %s, whoever allows it, until the phase says so',
  (role, action) => {
    expect(may(role, sanitized, action)).toBe(false);
  },
);

const until = '2027-06-30';
const last = '2027-06-29T23:59:59Z';
const ended = `${until}T00:00:00Z`;

test.each(people)('an exception lets %s read sensitive data until its day, and no longer', (role) => {
  const terms: RightsTerms = { ...sensitive, peopleReadData: { until } };
  for (const action of ['s3:GetObject', 'dynamodb:Query', 'kinesis:GetRecords']) {
    expect(may(role, terms, action, { context: { 'aws:CurrentTime': last } })).toBe(true);
    expect(may(role, terms, action, { context: { 'aws:CurrentTime': ended } })).toBe(false);
  }
});

test.each(people)('an exception lets %s read data, but neither secrets nor as a workload', (role) => {
  const terms: RightsTerms = { ...sensitive, peopleReadData: { until } };
  const still = [...actionsIn('read-secrets', 'run'), 'iam:PassRole'].filter((action) => action !== 'kms:Decrypt');
  expect(still.filter((action) => may(role, terms, action))).toEqual([]);
  expect(may(role, terms, 'kms:Decrypt')).toBe(false);
  expect(may(role, terms, 'kms:Decrypt', { context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } })).toBe(true);
});

test('what a grant lets a role of people read in another account it reads there, and nothing else', () => {
  const bucket = 'arn:aws:s3:::orders';
  const object = { granted: [bucket], context: { 'aws:ResourceAccount': '000000000002' } };
  const get = 's3:GetObject';
  expect(may('operator', sensitive, get, { ...object, resource: `${bucket}/x` })).toBe(true);
  expect(may('operator', sensitive, get, { ...object, resource: 'arn:aws:s3:::orders-2/x' })).toBe(false);
  expect(may('operator', sensitive, get, { resource: `${bucket}/x` })).toBe(false);
  expect(may('operator', sensitive, 'ssm:StartSession', object)).toBe(false);
});

test.each<[LocalRoleName, RightsTerms, readonly RightClass[]]>([
  ['appeng', { ...sensitive, data: 'none' }, ['build']],
  ['appeng', { ...sensitive, data: 'synthetic' }, ['build']],
  ['observer', { ...sensitive, data: 'synthetic' }, ['debug']],
  ['operator', sanitized, ['debug', ...operations]],
  ['observer', sanitized, ['debug']],
  ['operator', sensitive, operations],
  ['observer', sensitive, []],
  ['operator', { ...sensitive, operations: ['restart'] }, ['restart']],
  ['operator', { ...sensitive, operations: [] }, []],
  ['operator', { ...sanitized, operations: ['scale'] }, ['debug', 'scale']],
  ['observer', { ...sanitized, peopleReadData: { until: undefined } }, ['debug', 'read-data']],
  ['operator', { ...sensitive, peopleReadData: { until } }, [...operations, 'read-data']],
  ['observer', { ...sensitive, data: 'synthetic', peopleReadData: { until: undefined } }, ['debug']],
])('%s in %j may exactly %j', (role, terms, classes) => {
  expect(rightsOf(role, terms)).toEqual(classes);
});

test.each(operations)('a phase without %s gives its operators none of its actions', (cut) => {
  const terms: RightsTerms = { ...sensitive, operations: operations.filter((each) => each !== cut) };
  const kept = actionsIn(...terms.operations);
  const given = Object.values(policiesOf('operator', terms, accountId))
    .flat()
    .flatMap(({ Action }) => Action ?? []);
  expect(actionsIn(cut).filter((action) => !kept.includes(action) && given.includes(action))).toEqual([]);
  expect(given).toEqual(expect.arrayContaining(kept));
});
