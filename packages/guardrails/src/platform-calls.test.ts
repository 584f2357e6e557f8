import { type Account, accountsOf, runtimeAccountsOf } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { example } from './organization.fixture.ts';
import type { Statement } from './policy.ts';
import { targetName } from './target.ts';

const guardrails = new Map(
  guardrailsOf(example).map(({ target, statements }) => [targetName(target), statements] as const),
);

/** What holds in an account that joined its unit: the guardrails of the root and of each unit above it. */
function inherited({ organizationalUnit }: Account): readonly Statement[] {
  const parts = organizationalUnit.split('/');
  const units = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return ['root', ...units].flatMap((name) => guardrails.get(name) ?? []);
}

const own = ({ name }: Account) => guardrails.get(name) ?? [];

const platformRole = 'arn:aws:iam::111122223333:role/bulkhead/controller';
const baseline: readonly (readonly [action: string, resource: string])[] = [
  ['iam:CreateRole', platformRole],
  ['iam:PutRolePolicy', platformRole],
  ['iam:UpdateAccountPasswordPolicy', '*'],
  ['s3:PutAccountPublicAccessBlock', '*'],
  ['ec2:EnableEbsEncryptionByDefault', '*'],
  ['config:PutConfigurationRecorder', '*'],
  ['oam:CreateLink', '*'],
  ['cloudwatch:Link', '*'],
  ['logs:PutSubscriptionFilter', '*'],
  ['sts:GetCallerIdentity', '*'],
];

function denials(account: Account, statements: readonly Statement[], roleName: string) {
  return account.regions.flatMap((region) =>
    baseline.flatMap(([action, resource]) => {
      const context = {
        'aws:PrincipalArn': `arn:aws:iam::111122223333:role/${roleName}`,
        'aws:RequestedRegion': region,
      };
      return deniedBy(statements, { action, resource, context }).map((sid) => `${account.name}: ${action} by ${sid}`);
    }),
  );
}

test('the deployer of every account sets up its baseline in all of its Regions', () => {
  const found = accountsOf(example).flatMap((account) =>
    denials(account, [...inherited(account), ...own(account)], 'bulkhead/deployer'),
  );
  expect(found).toEqual([]);
});

test('an account that is new in its unit is deployed for the first time while the guardrails stand', () => {
  const found = accountsOf(example).flatMap((account) =>
    denials(account, inherited(account), 'OrganizationAccountAccessRole'),
  );
  expect(found).toEqual([]);
});

test('somebody else is denied the same', () => {
  const [account] = runtimeAccountsOf(example);
  expect(account && denials(account, inherited(account), 'admin')).toContain(
    'example-shop-sandbox: iam:CreateRole by Roles',
  );
});

test('the controller asks for quotas in every Region of every runtime account', () => {
  const found = runtimeAccountsOf(example).flatMap((account) =>
    account.regions.flatMap((region) =>
      deniedBy([...inherited(account), ...own(account)], {
        action: 'servicequotas:RequestServiceQuotaIncrease',
        context: { 'aws:PrincipalArn': platformRole, 'aws:RequestedRegion': region },
      }),
    ),
  );
  expect(found).toEqual([]);
});
