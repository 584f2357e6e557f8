import {
  type DataClass,
  type OrganizationDefinition,
  accountsOf,
  dataClasses,
  defineOrganization,
  parseOrganization,
} from '@bulkhead/model';
import { App, Testing } from 'cdktf';
import { runtimeStacks } from './runtime-stacks.ts';

const definitionWith = (data: DataClass): OrganizationDefinition =>
  defineOrganization({
    name: 'example',
    regions: { home: 'eu-west-1' },
    accountEmail: 'aws+{account}@example.com',
    enterprise: {
      owner: 'platform@example.com',
      costCenter: 'CC-1',
      identity: { signIn: 'iam-users' },
      sharedServices: { retention: { years: 7 } },
      delivery: { pipelines: [] },
    },
    phases: { only: { purpose: 'testing', data, sessionHours: 2, protect: true } },
    businessUnits: { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['only'] } },
  });

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function resourcesWith(data: DataClass): Blocks {
  const organization = parseOrganization(definitionWith(data));
  const ids = accountsOf(organization).map(({ name }, index) => [name, { id: `00000000001${index}` }] as const);
  const lock = {
    organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
    accounts: Object.fromEntries(ids),
    sharedServices: { keys: { 'eu-west-1': 'arn:aws:kms' }, sinks: { 'eu-west-1': 'arn:aws:oam' } },
  };
  const [stack] = runtimeStacks(new App(), { organization, lock, folder: '/organization' });
  if (!stack) throw new Error('no stack');
  return (JSON.parse(Testing.synth(stack)) as { resource: Blocks }).resource;
}

const resources = new Map(dataClasses.map((data) => [data, resourcesWith(data)]));
const policyOf = (data: DataClass, role: string) =>
  Object.entries(resources.get(data)?.['aws_iam_role_policy'] ?? {})
    .filter(([name]) => name.startsWith(`${role}_`))
    .map(([, { policy }]) => String(policy));

test.each<[DataClass, readonly string[]]>([
  ['none', ['appeng', 'observer']],
  ['synthetic', ['appeng', 'observer']],
  ['sanitized', ['operator', 'observer']],
  ['sensitive', ['operator', 'observer']],
])('an account with data that is %s has the local roles %j, under /bulkhead/', (data, roles) => {
  const local = Object.entries(resources.get(data)?.['aws_iam_role'] ?? {}).filter(([name]) =>
    ['appeng', 'operator', 'observer'].includes(name),
  );
  expect(local.map(([, { name, path }]) => `${String(path)}${String(name)}`).sort()).toEqual(
    roles.map((role) => `/bulkhead/${role}`).sort(),
  );
});

test('a session of a local role lasts as long as the phase says', () => {
  const roles = resources.get('none')?.['aws_iam_role'];
  for (const role of ['appeng', 'observer', 'auditor']) {
    expect(roles?.[role]).toMatchObject({ max_session_duration: 7200 });
  }
});

test('engineers and operators may nothing until their phase says what', () => {
  expect(policyOf('none', 'appeng')).toEqual([]);
  expect(policyOf('sensitive', 'operator')).toEqual([]);
});

test.each<[DataClass, boolean]>([
  ['none', true],
  ['synthetic', true],
  ['sanitized', true],
  ['sensitive', false],
])('where data is %s, that observers read logs is %s', (data, readable) => {
  const [policy, ...others] = policyOf(data, 'observer');
  expect(others).toEqual([]);
  expect(policy?.includes('logs:GetLogEvents')).toBe(readable);
});

test.each(dataClasses)('where data is %s, auditors see settings, and no logs', (data) => {
  const [policy] = policyOf(data, 'auditor');
  expect(policy).toContain('iam:Get*');
  expect(policy).not.toContain('logs:GetLogEvents');
});
