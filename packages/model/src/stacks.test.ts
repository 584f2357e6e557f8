import { accountsOf } from './accounts.ts';
import { example, exampleWith } from './definition.fixture.ts';
import { type Lock, emptyLock } from './lock.ts';
import { organizationalUnitsOf } from './organizational-units.ts';
import { parseOrganization } from './parse-organization.ts';
import { missingInLock, stacksOf } from './stacks.ts';

const organization = parseOrganization(example);
const stacks = stacksOf(organization);

function stack(name: string) {
  const found = stacks.find((each) => each.name === name);
  if (!found) throw new Error(`no stack ${name}`);
  return found;
}

const regions = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const perRegion = (of: string) => Object.fromEntries(regions.map((region) => [region, `arn:aws:${of}:${region}`]));
const full: Lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
  organizationalUnits: Object.fromEntries(
    organizationalUnitsOf(organization).map((path) => [path, 'ou-abcd-12345678']),
  ),
  accounts: Object.fromEntries(accountsOf(organization).map(({ name }) => [name, { id: '000000000002' }])),
  sharedServices: { keys: perRegion('kms'), sinks: perRegion('oam') },
};

test('the organization comes first, then shared services, then the other accounts, guardrails last', () => {
  expect(stacks.map(({ wave, name }) => `${wave} ${name}`)).toEqual([
    '1 example-organization',
    '2 example-shared-services',
    '3 example-identity',
    '3 example-delivery',
    '3 example-lab-delivery',
    '3 example-shop-dev',
    '3 example-shop-prod',
    '3 example-shop-dr',
    '3 example-lab-dev',
    '4 example-guardrails',
  ]);
});

test('with no lock only the organization can be synthesized', () => {
  expect(stacks.filter((each) => missingInLock(each, organization, emptyLock).length === 0)).toEqual([
    stack('example-organization'),
  ]);
});

test('with the whole lock every stack can be synthesized', () => {
  expect(stacks.flatMap((each) => missingInLock(each, organization, full))).toEqual([]);
});

test('an account waits for the keys and sinks of its own Regions', () => {
  const lock = { ...full, sharedServices: { keys: perRegion('kms'), sinks: { 'eu-west-1': 'arn:aws:oam' } } };
  expect(missingInLock(stack('example-shop-dev'), organization, lock)).toEqual([]);
  expect(missingInLock(stack('example-shop-dr'), organization, lock)).toEqual(['sharedServices.sinks.eu-central-1']);
});

test('a new runtime account that is not in the lock holds up itself and the guardrails, and no other account', () => {
  const { 'example-shop-dev': _, ...accounts } = full.accounts ?? {};
  const waiting = stacks.filter((each) => missingInLock(each, organization, { ...full, accounts }).length > 0);
  expect(waiting.map(({ name }) => name)).toEqual(['example-shop-dev', 'example-guardrails']);
});

test('an existing organization has to be named in the lock before anything', () => {
  const existing = parseOrganization(exampleWith(['organization'], 'existing'));
  expect(missingInLock(stack('example-organization'), existing, emptyLock)).toEqual(['organization.id']);
});

test('people of Identity Center wait for the instance that a person enabled, and hold up nobody else', () => {
  const center = parseOrganization(exampleWith(['enterprise', 'identity', 'signIn'], 'identity-center'));
  const waiting = (lock: Lock) => stacksOf(center).flatMap((each) => missingInLock(each, center, lock));
  expect(waiting(full)).toEqual(['identityCenter.instanceArn', 'identityCenter.identityStoreId']);
  const identityCenter = {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1',
    identityStoreId: 'd-1234567890',
    region: 'eu-west-1',
  };
  expect(waiting({ ...full, identityCenter })).toEqual([]);
  const groups = Object.fromEntries(center.groups.map(({ name }) => [name, 'id']));
  expect(waiting({ ...full, identityCenter: { ...identityCenter, groups } })).toEqual([]);
  const { auditors: _, ...others } = groups;
  expect(waiting({ ...full, identityCenter: { ...identityCenter, groups: others } })).toEqual([
    'identityCenter.groups.auditors',
  ]);
});
