import { readFileSync } from 'node:fs';
import { type Account, accountsOf, parseOrganization } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { type Line, principalLines } from './line.fixture.ts';
import { example, exampleDefinition } from './organization.fixture.ts';
import type { Statement } from './policy.ts';
import { type TerraformCalls, terraformCalls } from './terraform-calls.fixture.ts';

/** The reviewed addresses of a whole organization: every type of resource that Terraform makes in each of its stacks. */
const addresses = readFileSync(new URL('../../../apps/acme/src/__golden__/addresses.txt', import.meta.url), 'utf8');

const typesByStack = addresses.split('\n').reduce<Map<string, Set<string>>>((stacks, line) => {
  const stack = line.startsWith('  ') ? [...stacks.keys()].at(-1) : line;
  if (stack === undefined || stack === '') return stacks;
  const types = stacks.get(stack) ?? new Set();
  if (line.startsWith('  ')) types.add(line.trim().split('.')[0] ?? '');
  return stacks.set(stack, types);
}, new Map());

const inManagement = ['acme-organization', 'acme-guardrails'];

/** Kinds of accounts end the names of their stacks; the rest are runtime accounts. */
const kindOf = (stack: string) =>
  (['identity', 'shared-services', 'delivery'] as const).find((kind) => stack.endsWith(`-${kind}`)) ?? 'runtime';

const typesIn = (kind: Account['kind']) => [
  ...new Set(
    [...typesByStack].flatMap(([stack, types]) =>
      !inManagement.includes(stack) && kindOf(stack) === kind ? [...types] : [],
    ),
  ),
];

/** Calls that statements deny to who deploys an account, in any of its Regions. */
function denied(account: Account, role: string, statements: readonly Statement[], types = typesIn(account.kind)) {
  const found = types.flatMap((type) => {
    const { actions, on = ['*'] }: TerraformCalls = terraformCalls[type] ?? { actions: [`unknown:${type}`] };
    return actions.flatMap((action) =>
      on.flatMap((resource) =>
        account.regions.flatMap((region) => {
          const principal = `arn:aws:iam::111122223333:role/${role}`;
          // the provider sends the account's tags with what it makes
          const context = {
            'aws:PrincipalArn': principal,
            'aws:RequestedRegion': region,
            'aws:RequestTag/DataClass': account.tags.DataClass,
          };
          return deniedBy(statements, { action, resource, context }).map((sid) => `${action} by ${sid}`);
        }),
      ),
    );
  });
  return [...new Set(found)].sort();
}

const whole = ({ inherited, own }: Line) => [...inherited, ...own];
const lines = principalLines(example);
const accounts = accountsOf(example).map((account) => [account.name, account] as const);

test('every type of resource that is deployed to an account says what Terraform calls for it', () => {
  const types = new Set([...typesByStack].flatMap(([stack, each]) => (inManagement.includes(stack) ? [] : [...each])));
  expect(types.size).toBeGreaterThan(15);
  expect([...types].filter((type) => !(type in terraformCalls))).toEqual([]);
});

test.each(accounts)('%s is deployed for the first time while the guardrails above it stand', (_, account) => {
  expect(denied(account, 'OrganizationAccountAccessRole', lines(account).inherited)).toEqual([]);
});

test.each(accounts.filter(([, { kind }]) => kind !== 'shared-services'))(
  '%s is deployed again under all of its guardrails',
  (_, account) => {
    expect(denied(account, 'bulkhead/deployer', whole(lines(account)))).toEqual([]);
  },
);

test('shared services is deployed again, and of its archive only what it promises is out of reach', () => {
  const [account] = accountsOf(example).filter(({ kind }) => kind === 'shared-services');
  expect(account && denied(account, 'bulkhead/deployer', whole(lines(account)))).toEqual([
    's3:PutBucketObjectLockConfiguration by Archive',
    's3:PutBucketVersioning by Archive',
    's3:PutLifecycleConfiguration by Archive',
  ]);
});

test('with Identity Center its groups, permission sets and assignments are deployed', () => {
  const { enterprise } = exampleDefinition;
  const center = parseOrganization({
    ...exampleDefinition,
    enterprise: { ...enterprise, identity: { signIn: 'identity-center' } },
  });
  const [account] = accountsOf(center).filter(({ kind }) => kind === 'identity');
  const types = Object.keys(terraformCalls).filter((type) => /^aws_(identitystore|ssoadmin)_/.test(type));
  expect(types).toHaveLength(6);
  expect(account && denied(account, 'bulkhead/deployer', whole(principalLines(center)(account)), types)).toEqual([]);
});

test('an administrator of the account is denied what the deployer does', () => {
  const [account] = accountsOf(example).filter(({ kind }) => kind === 'runtime');
  const calls = account ? denied(account, 'admin', whole(lines(account))) : [];
  expect(calls).toEqual(
    expect.arrayContaining([
      'config:StopConfigurationRecorder by Telemetry',
      'iam:PassRole by PassRole',
      'iam:PutRolePolicy by Platform',
      'logs:PutAccountPolicy by Telemetry',
      'oam:UpdateLink by Telemetry',
      's3:PutAccountPublicAccessBlock by PublicBlock',
    ]),
  );
});
