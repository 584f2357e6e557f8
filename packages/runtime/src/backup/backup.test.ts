import type { PolicyStatement } from '@bulkhead/baseline';
import { type Lock, type OrganizationDefinition, defineOrganization, parseOrganization } from '@bulkhead/model';
import { App } from 'cdktf';
import { allows } from '../grants/evaluate.fixture.ts';
import { type Resource, grantedDefinition, grantedLock, resourcesOf } from '../grants/granted.fixture.ts';
import { runtimeStacks } from '../runtime-stacks.ts';

type Phases = OrganizationDefinition['phases'];

const unit = { owner: 'shop@example.com', costCenter: 'CC-2' };
const phases: Phases = {
  dev: { purpose: 'testing', data: 'synthetic' },
  stage: { purpose: 'promoted changes', data: 'sanitized' },
  prod: { purpose: 'customers', data: 'sensitive', protect: true, backup: { keepDays: 90 } },
  dr: { purpose: 'taking over', follows: 'prod', regions: ['eu-central-1'] },
};

/** Two units with recovery, one in two Regions. */
const definitionOf = (changed: Phases = {}, exceptions: OrganizationDefinition['exceptions'] = {}) =>
  defineOrganization({
    ...grantedDefinition,
    regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
    phases: { ...phases, ...changed },
    businessUnits: {
      shop: { ...unit, phases: [...Object.keys({ ...phases, ...changed })], regions: ['eu-west-1'] },
      bi: { ...unit, phases: ['stage', 'prod', 'dr'], regions: ['eu-west-1', 'us-east-1'] },
    },
    grants: {},
    exceptions,
  });

/** Lets sensitive data into stage. */
const migration = {
  of: { unit: 'shop', phase: 'stage', allows: 'sensitive-data' },
  owner: 'shop@example.com',
  reason: 'a migration',
  until: '2027-06-30',
} as const;

const names = [
  'identity',
  'shared-services',
  'delivery',
  'shop-dev',
  'shop-stage',
  'bi-stage',
  'shop-canary',
  'shop-prod',
  'shop-dr',
  'bi-prod',
  'bi-dr',
];
const perRegion = (service: string) =>
  Object.fromEntries(
    ['eu-west-1', 'eu-central-1', 'us-east-1'].map((region) => [
      region,
      `arn:aws:${service}:${region}:000000000101:x/1`,
    ]),
  );
const lock: Lock = {
  ...grantedLock,
  accounts: Object.fromEntries(
    names.map((name, index) => [`example-${name}`, { id: String(0x100 + index).padStart(12, '0') }]),
  ),
  sharedServices: { keys: perRegion('kms'), sinks: perRegion('oam') },
};
const idOf = (name: string) => lock.accounts?.[`example-${name}`]?.id ?? '';

function backupOf(name: string, ...changed: Parameters<typeof definitionOf>): Readonly<Record<string, Resource>> {
  const organization = parseOrganization(definitionOf(...changed));
  const stacks = runtimeStacks(new App(), { organization, lock, folder: '/organization' });
  const all = Object.entries(resourcesOf(`example-${name}`, stacks));
  return Object.fromEntries(all.filter(([address]) => /^aws_\w+\.backup|^aws_backup/.test(address)));
}

const find = (resources: Readonly<Record<string, Resource>>, address: RegExp) =>
  Object.entries(resources).flatMap(([each, resource]) => (address.test(each) ? [resource] : []));
const statementsOf = (resources: Readonly<Record<string, Resource>>, address: RegExp) =>
  find(resources, address).flatMap(
    ({ policy }) => (JSON.parse(String(policy)) as { Statement: readonly PolicyStatement[] }).Statement,
  );
const vault = (region: string, name: string) => `arn:aws:backup:${region}:${idOf(name)}:backup-vault:bulkhead`;
const copied = (resources: Readonly<Record<string, Resource>>) =>
  find(resources, /^aws_backup_plan\./).flatMap(({ rule }) =>
    (rule as readonly { copy_action?: readonly { destination_vault_arn: string }[] }[]).flatMap(
      ({ copy_action: actions = [] }) => actions.map(({ destination_vault_arn: arn }) => arn),
    ),
  );

const shopProd = backupOf('shop-prod');
const shopDr = backupOf('shop-dr');
const backupRole = (name: string) => `arn:aws:iam::${idOf(name)}:role/bulkhead/backup`;

test('prod copies every backup into the vault of its own dr account, in the Region of that one, and into no other', () => {
  expect(copied(shopProd)).toEqual([vault('eu-central-1', 'shop-dr')]);
  expect(copied(backupOf('bi-prod'))).toEqual([vault('eu-central-1', 'bi-dr'), vault('eu-central-1', 'bi-dr')]);
  expect(copied(shopDr)).toEqual([]);
  expect(copied(backupOf('shop-stage'))).toEqual([]);
});

test('a phase that follows prod and is not dr receives no backups', () => {
  const canary = { purpose: 'a few customers', follows: 'prod', regions: ['us-east-1'] } as const;
  const resources = backupOf('shop-canary', { canary });
  expect(find(resources, /^aws_backup_vault\./)).toHaveLength(1);
  expect(statementsOf(resources, /^aws_backup_vault_policy\./).map(({ Sid }) => Sid)).toEqual(['Kept']);
  expect(copied(backupOf('shop-prod', { canary }))).toEqual([vault('eu-central-1', 'shop-dr')]);
});

test('the role that backs prod up is denied every other vault, whatever the policies of AWS let it do', () => {
  const anything: PolicyStatement = { Sid: 'Aws', Effect: 'Allow', Action: 'backup:*', Resource: '*' };
  const may = (resource: string, further: readonly PolicyStatement[] = [anything]) =>
    allows([...further, ...statementsOf(shopProd, /^aws_iam_role_policy\.backup_/)], {
      action: 'backup:CopyIntoBackupVault',
      resource,
      roleArn: backupRole('shop-prod'),
    });
  expect(may(vault('eu-central-1', 'shop-dr'), [])).toBe(true);
  expect(may(vault('eu-central-1', 'shop-dr'))).toBe(true);
  expect(may(vault('eu-west-1', 'shop-prod'))).toBe(true);
  expect(may(vault('eu-central-1', 'bi-dr'))).toBe(false);
  expect(may('arn:aws:backup:eu-central-1:999900000001:backup-vault:bulkhead')).toBe(false);
});

test.each([
  ["prod's backup role may", backupRole('shop-prod'), true],
  ['another role of prod may not', `arn:aws:iam::${idOf('shop-prod')}:role/bulkhead/operator`, false],
  ["another unit's backup role may not", backupRole('bi-prod'), false],
  ["stage's backup role may not", backupRole('shop-stage'), false],
])('of who would copy into the vault of a dr account, %s', (_, roleArn, taken) => {
  const call = { action: 'backup:CopyIntoBackupVault', resource: vault('eu-central-1', 'shop-dr'), roleArn };
  expect(allows(statementsOf(shopDr, /^aws_backup_vault_policy\./), call)).toBe(taken);
});

test('the vault of prod takes copies from nobody', () => {
  expect(statementsOf(shopProd, /^aws_backup_vault_policy\./).map(({ Sid }) => Sid)).toEqual(['Kept']);
});

test.each(['shop-stage', 'shop-prod', 'shop-dr'])('nobody deletes a backup of %s or lets it end earlier', (name) => {
  const resources = backupOf(name);
  const all: PolicyStatement = { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' };
  const policy = statementsOf(resources, /^aws_backup_vault_policy\./);
  for (const role of ['deployer', 'backup', 'operator']) {
    const roleArn = `arn:aws:iam::${idOf(name)}:role/bulkhead/${role}`;
    for (const action of ['DeleteBackupVault', 'DeleteRecoveryPoint', 'UpdateRecoveryPointLifecycle']) {
      const call = { action: `backup:${action}`, resource: vault('eu-west-1', name), roleArn };
      expect([action, allows([all, ...policy], call)]).toEqual([action, false]);
    }
  }
  // a day from which it can't be changed any more would make it AWS's compliance mode
  expect(find(resources, /^aws_backup_vault_lock_configuration\./)).toEqual([
    expect.objectContaining({ min_retention_days: 7 }),
  ]);
  expect(JSON.stringify(find(resources, /^aws_backup_vault_lock/))).not.toContain('changeable_for_days');
  expect(find(resources, /^aws_(backup_vault|kms_key)\./).map(({ lifecycle }) => lifecycle)).toEqual([
    { prevent_destroy: true },
    { prevent_destroy: true },
  ]);
});

test('nobody deletes the key of the backups of a protected account', () => {
  const sids = (name: string) => statementsOf(backupOf(name), /^aws_kms_key\./).map(({ Sid }) => Sid);
  expect([sids('shop-prod'), sids('shop-dr')]).toEqual([
    ['Account', 'Undeletable'],
    ['Account', 'Undeletable'],
  ]);
});

test('dr has a key, a vault, a plan and a role of its own and names nothing of prod but who copies', () => {
  expect(Object.keys(shopDr).map((address) => address.replace(/_[0-9A-F]{8}$/, ''))).toEqual(
    Object.keys(shopProd).map((address) =>
      address.replace(/_[0-9A-F]{8}$/, '').replaceAll('eu-west-1', 'eu-central-1'),
    ),
  );
  const named = JSON.stringify(shopDr).match(new RegExp(`[^"\\\\]*${idOf('shop-prod')}[^"\\\\]*`, 'g'));
  expect(named).toEqual([`arn:aws:iam::${idOf('shop-prod')}:root`, backupRole('shop-prod')]);
});

test('a backup and its copy are kept for as long as the phase says', () => {
  expect(find(shopProd, /^aws_backup_plan\./)).toMatchObject([
    { rule: [{ lifecycle: { delete_after: 90 }, copy_action: [{ lifecycle: { delete_after: 90 } }] }] },
  ]);
});

test.each([
  ['stage', 'shop-stage', {}, ['sanitized']],
  ['stage with sensitive data by an exception', 'shop-stage', { migration }, ['sanitized', 'sensitive']],
  ['prod', 'shop-prod', {}, ['sanitized', 'sensitive']],
])(
  'what is tagged with a class that is not harmless is backed up, of every type, as far as the account holds it: %s',
  (_, name, exceptions, classes) => {
    const selections = find(backupOf(name, {}, exceptions), /^aws_backup_selection\./);
    expect(selections.sort((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1))).toMatchObject(
      classes.map((value) => ({
        name: value,
        resources: ['*'],
        condition: [{ string_equals: [{ key: 'aws:ResourceTag/DataClass', value }] }],
      })),
    );
  },
);

test('every Region of an account has a vault, and tables are managed in a way that lets them be copied', () => {
  const resources = backupOf('bi-prod');
  expect(find(resources, /^aws_backup_vault\./).map(({ provider }) => provider)).toEqual(['aws', 'aws.us-east-1']);
  expect(find(resources, /^aws_backup_region_settings\./)).toMatchObject([
    { provider: 'aws', resource_type_management_preference: { DynamoDB: true } },
    { provider: 'aws.us-east-1', resource_type_management_preference: { DynamoDB: true } },
  ]);
});

test.each([
  ['data is harmless', 'shop-dev', {}],
  ['its phase does without', 'shop-stage', { stage: { ...phases['stage'], without: ['backup'] } }],
] as const)('an account has no backup where %s', (_, name, changed) => {
  expect(backupOf(name, changed as unknown as Phases)).toEqual({});
});

test('nothing is copied to an account that follows and holds less than what would be copied', () => {
  const dr = { ...phases['dr'], data: 'sanitized' } as Phases[string];
  expect(copied(backupOf('shop-prod', { dr }))).toEqual([]);
  expect(statementsOf(backupOf('shop-dr', { dr }), /^aws_backup_vault_policy\./).map(({ Sid }) => Sid)).toEqual([
    'Kept',
  ]);
  const ofStage = { ...dr, follows: 'stage' };
  expect(copied(backupOf('shop-stage', { dr: ofStage }))).toEqual([vault('eu-central-1', 'shop-dr')]);
  expect(copied(backupOf('shop-stage', { dr: ofStage }, { migration }))).toEqual([]);
});
