import { readFileSync } from 'node:fs';
import { accountsOf, emptyLock, parseOrganization } from '@bulkhead/model';
import { addressesFile, renderAddresses } from './addresses.fixture.ts';
import { acme } from './organization.ts';
import { acmeLock, synthesize } from './synthesized.fixture.ts';

const stacks = synthesize();
const organization = parseOrganization(acme);

const ofType = (type: string) =>
  Object.values(stacks).flatMap(({ resources }) =>
    Object.entries(resources)
      .filter(([address]) => address.startsWith(`${type}.`))
      .map(([, resource]) => resource),
  );

/** Every policy of every stack that says who may do what, as text, with the address that it stands at. */
const policies = Object.entries(stacks).flatMap(([stack, { resources }]) =>
  Object.entries(resources).flatMap(([address, resource]) =>
    ['policy', 'assume_role_policy', 'content', 'access_policy', 'inline_policy'].flatMap((argument) =>
      typeof resource[argument] === 'string' && !address.startsWith('aws_ecr_lifecycle_policy.')
        ? [[`${stack} ${address}`, resource[argument]] as const]
        : [],
    ),
  ),
);

test('there is one stack per account, named after it, and two for the management account', () => {
  expect(Object.keys(stacks).sort()).toEqual(
    [...accountsOf(organization).map(({ name }) => name), 'acme-guardrails', 'acme-organization'].sort(),
  );
});

// A moved address of an account means closing an account: change the golden file (`nx run acme:addresses`) only together
// with a `moved` block.
test('addresses are the ones that people have reviewed', () => {
  expect(renderAddresses(organization, stacks)).toBe(readFileSync(addressesFile, 'utf8'));
});

test('the same definition and lock give the same bytes, in whatever folder', () => {
  const again = synthesize();
  expect(Object.fromEntries(Object.entries(again).map(([name, { text }]) => [name, text]))).toEqual(
    Object.fromEntries(Object.entries(stacks).map(([name, { text }]) => [name, text])),
  );
});

test("no stack reads another one's state, or anything else that is not in it", () => {
  expect(Object.entries(stacks).filter(([, { data }]) => Object.keys(data).length > 0)).toEqual([]);
  const references = Object.entries(stacks).flatMap(([name, { text, resources }]) =>
    [...text.matchAll(/\$\{(?:data\.)?(\w+\.[\w-]+)/g)].flatMap(([, address = '']) =>
      address in resources ? [] : [`${name}: ${address}`],
    ),
  );
  expect(references).toEqual([]);
});

test('every policy is literal JSON, with no id left to resolve', () => {
  expect(policies.length).toBeGreaterThan(50);
  expect(policies.filter(([, text]) => /(?<!\$)\$\{/.test(text) || text.includes('undefined'))).toEqual([]);
  // policies that are settings have no version
  const ofStatements = policies.filter(([, text]) => !text.includes('"@@assign"'));
  expect(policies.length - ofStatements.length).toBe(2);
  for (const [, text] of ofStatements) expect(JSON.parse(text)).toMatchObject({ Version: '2012-10-17' });
});

test('no policy trusts a role by name: it names the account and narrows', () => {
  const principals = policies.flatMap(([address, text]) =>
    [...text.matchAll(/"Principal":\{"AWS":("[^"]*"|\[[^\]]*\])/g)].flatMap(([, named = '']) =>
      ([JSON.parse(named)] as unknown[]).flat().map((principal) => `${address} ${String(principal)}`),
    ),
  );
  expect(principals.length).toBeGreaterThan(10);
  expect(principals.filter((principal) => !/ arn:aws:iam::\d{12}:root$/.test(principal))).toEqual([]);
});

test('accounts, keys, log and state buckets and the organization are never destroyed by a plan', () => {
  const precious = ['aws_organizations_account', 'aws_organizations_organization', 'aws_kms_key', 'aws_s3_bucket'];
  for (const type of precious) {
    expect(ofType(type).length).toBeGreaterThan(0);
    // a unit's own store may go where its data is harmless: `bulkhead destroy` clears such an account
    expect(ofType(type).filter((each) => !neverDestroyed(each) && !holdsHarmlessData(each))).toEqual([]);
  }
});

test('no plan destroys a store whose data is sanitized or sensitive', () => {
  const stores = Object.values(stacks).flatMap(({ resources }) =>
    Object.entries(resources).filter(([address]) => /^\w+\.store-[a-z-]+$/.test(address)),
  );
  const policies = /^aws_\w+_policy\./;
  const kept = stores.filter(([address, each]) => !policies.test(address) && !holdsHarmlessData(each));
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter(([, each]) => !neverDestroyed(each))).toEqual([]);
});

type Resource = Readonly<Record<string, unknown>>;
const neverDestroyed = (resource: Resource) => JSON.stringify(resource).includes('"prevent_destroy":true');
const holdsHarmlessData = ({ tags }: Resource) => /"DataClass":"(none|synthetic)"/.test(JSON.stringify(tags ?? {}));

test('an account ignores what cannot be read back, so that no difference makes a new one', () => {
  expect(ofType('aws_organizations_account')).toHaveLength(13);
  for (const account of ofType('aws_organizations_account')) {
    expect(account).toMatchObject({
      close_on_deletion: false,
      lifecycle: { ignore_changes: ['email', 'iam_user_access_to_billing', 'role_name'] },
    });
  }
});

test('a budget tells the owner at 50, 80 and 100 percent spent and at 100 percent forecast', () => {
  const budget = stacks['acme-organization']?.resources['aws_budgets_budget.budget-acme-bi-prod'];
  expect(budget).toMatchObject({
    limit_amount: '120000',
    limit_unit: 'USD',
    cost_filter: [{ name: 'LinkedAccount', values: ['${aws_organizations_account.acme-bi-prod.id}'] }],
    notification: [
      { notification_type: 'ACTUAL', threshold: 50 },
      { notification_type: 'ACTUAL', threshold: 80 },
      { notification_type: 'ACTUAL', threshold: 100 },
      { notification_type: 'FORECASTED', threshold: 100 },
    ].map((each) => ({ ...each, subscriber_email_addresses: ['bi-platform@acme.example'] })),
  });
});

test('cost categories divide the accounts, each in one value', () => {
  const category = stacks['acme-organization']?.resources['aws_ce_cost_category.cost-category-BusinessUnit'];
  const rules = category?.['rule'] as readonly { value: string; rule: { dimension: { values: readonly string[] } } }[];
  expect(rules.map(({ value }) => value)).toEqual(['enterprise', 'startup', 'retail', 'bi']);
  const accounts = rules.flatMap(({ rule }) => rule.dimension.values);
  expect(new Set(accounts).size).toBe(accountsOf(organization).length);
  expect(accounts).toHaveLength(accountsOf(organization).length);
});

test('the deployer reaches an account, for its first deployment the role that AWS put there', () => {
  const { deployer: _, ...neverDeployed } = acmeLock.accounts?.['acme-bi-dev'] ?? { id: '' };
  const before = synthesize({ ...acmeLock, accounts: { ...acmeLock.accounts, 'acme-bi-dev': neverDeployed } });
  const rolesIn = (all: typeof stacks) => all['acme-bi-dev']?.providers.map((provider) => provider['assume_role']);
  const role = (name: string) => [
    { role_arn: `arn:aws:iam::${neverDeployed.id}:role/${name}`, session_name: 'bulkhead' },
  ];
  expect(rolesIn(before)).toEqual([role('OrganizationAccountAccessRole'), role('OrganizationAccountAccessRole')]);
  expect(rolesIn(stacks)).toEqual([role('bulkhead/deployer'), role('bulkhead/deployer')]);
});

test('a provider works in one account only, and there is one for every Region of it', () => {
  for (const account of accountsOf(organization)) {
    expect(stacks[account.name]?.providers.map(({ region }) => region)).toEqual(account.regions);
    const ids = stacks[account.name]?.providers.map((provider) => provider['allowed_account_ids']);
    expect(ids).toEqual(account.regions.map(() => [acmeLock.accounts?.[account.name]?.id]));
  }
});

test('the management account is reached in every Region that has to know who administers it', () => {
  const regions = (name: string) => stacks[name]?.providers.map(({ region }) => region);
  expect(regions('acme-organization')).toEqual(['eu-west-1', 'eu-central-1', 'us-east-1']);
  expect(regions('acme-guardrails')).toEqual(['eu-west-1']);
});

test('both generations of the provider serve', () => {
  for (const { terraform } of Object.values(stacks)) {
    expect(terraform).toMatchObject({ required_providers: { aws: { version: '>= 5.100.0, < 7.0.0' } } });
  }
});

test('without ids only the organization is synthesized, and it needs none', () => {
  const first = synthesize(emptyLock);
  expect(Object.keys(first)).toEqual(['acme-organization']);
  expect(first['acme-organization']?.text).not.toContain('undefined');
});

test('an organization that is there is imported', () => {
  const lock = { organization: { id: 'o-exampleacme' } };
  const { text = '' } = synthesize(lock, { ...acme, organization: 'existing' })['acme-organization'] ?? {};
  expect(JSON.parse(text)).toMatchObject({
    import: [{ id: 'o-exampleacme', to: 'aws_organizations_organization.organization' }],
  });
});

test('state is local to try; for real it is in S3 with a lock file, and the organization has a bucket of its own', () => {
  expect(stacks['acme-bi-dev']?.terraform).toMatchObject({
    backend: { local: { path: '../../../.state/acme-bi-dev.tfstate' } },
  });
  const inS3 = synthesize(acmeLock, { ...acme, state: 's3' });
  const backend = (name: string) => inS3[name]?.terraform['backend'];
  const deliveryId = acmeLock.accounts?.['acme-delivery']?.id ?? '';
  const common = { region: 'eu-west-1', use_lockfile: true };
  expect(backend('acme-bi-dev')).toEqual({
    s3: { ...common, bucket: `acme-state-${deliveryId}`, key: 'bi/acme-bi-dev.tfstate' },
  });
  expect(backend('acme-guardrails')).toEqual({
    s3: { ...common, bucket: `acme-organization-state-${deliveryId}`, key: 'management/acme-guardrails.tfstate' },
  });
});
