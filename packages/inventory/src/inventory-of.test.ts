import { type Lock, type OrganizationDefinition, accountsOf, parseOrganization } from '@bulkhead/model';
import { inventoryOf } from './inventory-of.ts';
import type { RecordedStore } from './store-directory.ts';

const definition: OrganizationDefinition = {
  name: 'acme',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@acme.example',
  enterprise: {
    costCenter: 'CC-1',
    owner: 'platform@acme.example',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic' },
    prod: { purpose: 'customers', data: 'sensitive', protect: true },
  },
  businessUnits: {
    retail: {
      owner: 'retail@acme.example',
      costCenter: 'CC-100',
      phases: ['dev', 'prod'],
      stores: { orders: { kind: 'bucket', phases: ['prod'] }, key: { kind: 'secret', phases: ['prod'] } },
    },
    bi: { owner: 'bi@acme.example', costCenter: 'CC-200', phases: ['dev'] },
  },
};
const organization = parseOrganization(definition);
const idOf = (name: string) => lock.accounts?.[name]?.id ?? '';
const lock: Lock = {
  organization: { managementAccountId: '100000000000' },
  accounts: Object.fromEntries(
    accountsOf(organization).map(({ name }, at) => [name, { id: String(100_000_000_001 + at) }]),
  ),
};
const everywhere = ['100000000000', ...accountsOf(organization).map(({ name }) => idOf(name))];

const bucket = (accountId: string, name: string, dataClass: string | undefined, type = 'AWS::S3::Bucket') =>
  ({
    accountId,
    region: 'eu-west-1',
    type,
    id: name,
    name,
    arn: `arn:aws:s3:::${name}`,
    dataClass,
    encryption: 'none',
    recordedAt: '2026-10-15T11:50:00.000Z',
  }) satisfies RecordedStore;
const inventory = (stores: readonly RecordedStore[], accountIds: readonly string[] = everywhere) =>
  inventoryOf(organization, lock, { stores, accountIds });

test.each<[string, string, string | undefined, string, string]>([
  ['a class of its account', 'acme-retail-dev', 'synthetic', 'AWS::S3::Bucket', 'within'],
  ['a class below that of its account', 'acme-retail-prod', 'none', 'AWS::S3::Bucket', 'within'],
  ['a class above that of its account', 'acme-retail-dev', 'sanitized', 'AWS::S3::Bucket', 'above'],
  [
    'the highest class, in an enterprise account that may hold none',
    'acme-delivery',
    'sensitive',
    'AWS::S3::Bucket',
    'above',
  ],
  ['no class', 'acme-retail-prod', undefined, 'AWS::S3::Bucket', 'untagged'],
  ['a class that is none', 'acme-retail-prod', 'Sensitive', 'AWS::S3::Bucket', 'no-class'],
  ['a type of which tags are not told', 'acme-retail-prod', undefined, 'AWS::SNS::Topic', 'not-told'],
])('a store with %s (%s, %s) stands so', (_, account, dataClass, type, standing) => {
  expect(inventory([bucket(idOf(account), 'a', dataClass, type)]).stores).toMatchObject([{ account, standing }]);
});

test('an exception lets an account hold sensitive data', () => {
  const { bi, ...others } = definition.businessUnits;
  const { dev, prod } = definition.phases;
  const excepted = parseOrganization({
    ...definition,
    phases: { dev, stage: { purpose: 'promoted changes', data: 'sanitized' }, prod },
    businessUnits: { ...others, bi: { ...bi, phases: ['dev', 'stage'] } },
    exceptions: {
      e: {
        of: { unit: 'bi', phase: 'stage', allows: 'sensitive-data' },
        owner: 'bi@acme.example',
        reason: 'a trial',
        until: '2027-03-31',
      },
    },
  });
  const stageId = '100000000099';
  const withStage = { ...lock, accounts: { ...lock.accounts, 'acme-bi-stage': { id: stageId } } };
  const stores = [bucket(stageId, 'a', 'sensitive'), bucket(idOf('acme-bi-dev'), 'b', 'sensitive')];
  const { stores: rows } = inventoryOf(excepted, withStage, { stores, accountIds: [...everywhere, stageId] });
  expect(rows.map(({ account, standing, accountClass }) => [account, standing, accountClass])).toEqual([
    ['acme-bi-dev', 'above', 'synthetic'],
    ['acme-bi-stage', 'within', 'sensitive'],
  ]);
});

test("an account that isn't in the definition stands in its own row, last, and management first", () => {
  const ids = ['999999999999', idOf('acme-bi-dev'), idOf('acme-retail-prod'), idOf('acme-identity'), '100000000000'];
  const rows = inventory(ids.map((id) => bucket(id, 'a', 'none'))).stores;
  expect(rows.map(({ unit, phase, account }) => [unit, phase, account])).toEqual([
    ['enterprise', 'management', 'management'],
    ['enterprise', 'identity', 'acme-identity'],
    ['retail', 'prod', 'acme-retail-prod'],
    ['bi', 'dev', 'acme-bi-dev'],
    [undefined, undefined, undefined],
  ]);
});

test('a store that is declared and not recorded is told, by its ARN in its own account', () => {
  const prod = idOf('acme-retail-prod');
  const orders = bucket(prod, `acme-retail-prod-orders-${prod}`, 'sensitive');
  const secret = {
    ...bucket(prod, 'key', 'sensitive', 'AWS::SecretsManager::Secret'),
    arn: `arn:aws:secretsmanager:eu-west-1:${prod}:secret:key-AbC123`,
  };
  const missing = (...stores: RecordedStore[]) => inventory(stores).missing.map(({ name }) => name);
  expect(missing(orders, secret)).toEqual([]);
  expect(missing({ ...orders, accountId: idOf('acme-bi-dev') }, secret)).toEqual(['orders']);
  expect(missing(orders, { ...secret, arn: `${secret.arn}7` })).toEqual(['key']);
});

test('in an account that is not seen nothing is missing, since nobody knows', () => {
  const seen = everywhere.filter((id) => id !== idOf('acme-retail-prod'));
  expect(inventory([], seen)).toMatchObject({ unseen: ['acme-retail-prod'], missing: [] });
  expect(inventory([], []).unseen).toEqual(
    ['management', 'acme-identity', 'acme-shared-services', 'acme-delivery'].concat([
      'acme-retail-dev',
      'acme-retail-prod',
      'acme-bi-dev',
    ]),
  );
});
