import { type Lock, emptyLock, parseOrganization, stacksOf } from '@bulkhead/model';
import { exampleDefinition } from './organization.fixture.ts';
import { identityPreflight, waitingForPerson } from './preflight-identity.ts';

const users = parseOrganization(exampleDefinition({ signIn: 'iam-users' }));
const center = parseOrganization(exampleDefinition({ signIn: 'identity-center' }));
const instance = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
  identityStoreId: 'd-0000000001',
  region: 'eu-west-1',
};
const deployed: Lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
  organizationalUnits: Object.fromEntries(
    ['Enterprise', 'Runtime', 'Runtime/Dev', 'Suspended'].map((path, index) => [path, `ou-abcd-0000000${index}`]),
  ),
  accounts: Object.fromEntries(stacksOf(center).map(({ name }, index) => [name, { id: `00000000001${index}` }])),
  sharedServices: { keys: { 'eu-west-1': 'arn:aws:kms' }, sinks: { 'eu-west-1': 'arn:aws:oam' } },
};
const groups = Object.fromEntries(center.groups.map(({ name }) => [name, `id-of-${name}`]));
const { auditors: _, ...someGroups } = groups;

test('whoever signs in through Identity Center is told before anything how a person enables it', () => {
  const [note, ...others] = identityPreflight(center, emptyLock);
  expect(others).toEqual([]);
  for (const said of [
    'open IAM Identity Center in eu-west-1',
    'a second factor at every sign-in',
    'aws sso-admin list-instances',
    '"instanceArn"',
    '"identityStoreId"',
    'example-identity waits',
  ]) {
    expect(note).toContain(said);
  }
});

test.each([
  ['IAM users sign in', users, deployed],
  ['Identity Center stands in the lock', center, { ...deployed, identityCenter: instance }],
  ['an identity provider has every group', center, { ...deployed, identityCenter: { ...instance, groups } }],
])('nothing is asked of a person where %s, and nothing waits', (_when, organization, lock) => {
  expect(identityPreflight(organization, lock)).toEqual([]);
  expect(waitingForPerson(organization, lock)).toEqual([]);
});

test('a group that the identity provider lacks is named', () => {
  const lock = { ...deployed, identityCenter: { ...instance, groups: someGroups } };
  expect(identityPreflight(center, lock).join()).toContain('has no group for auditors: create them there');
  expect(waitingForPerson(center, lock)).toEqual([
    { stack: 'example-identity', missing: ['identityCenter.groups.auditors'] },
  ]);
});

test('identity waits for a person once nothing else is missing, and no other stack does', () => {
  expect(waitingForPerson(center, emptyLock)).toEqual([]);
  expect(waitingForPerson(center, deployed)).toEqual([
    { stack: 'example-identity', missing: ['identityCenter.instanceArn', 'identityCenter.identityStoreId'] },
  ]);
});
