import {
  type Account,
  accountsOf,
  controllerActions,
  deliveryControllerActions,
  enterpriseAccountName,
  findAccount,
  runtimeAccountsOf,
} from '@bulkhead/model';
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
    'example-shop-sandbox: iam:CreateRole by Platform',
  );
});

/** Which of the controller's calls are denied, of those that it makes in an account, in all of its Regions. */
function deniedToController(account: Account, actions: readonly string[], furtherRegions: readonly string[] = []) {
  return actions.flatMap((action) =>
    [...account.regions, ...furtherRegions].flatMap((region) =>
      deniedBy([...inherited(account), ...own(account)], {
        action,
        context: { 'aws:PrincipalArn': platformRole, 'aws:RequestedRegion': region },
      }).map((sid) => `${account.name}: ${action} in ${region} by ${sid}`),
    ),
  );
}

// the first request of an account makes the role of Service Quotas
const inAccounts = [...Object.values(controllerActions).flat(), 'iam:CreateServiceLinkedRole'];

test.each(inAccounts)('the controller calls %s in every Region of every runtime account', (action) => {
  expect(runtimeAccountsOf(example).flatMap((account) => deniedToController(account, [action]))).toEqual([]);
});

// The spend reader itself is in management, which no service control policy binds: what can be denied is the way to it.
test.each(Object.values(deliveryControllerActions).flat())('the controller calls %s in delivery', (action) => {
  const delivery = findAccount(example, enterpriseAccountName('example', 'delivery'));
  expect(delivery?.kind).toBe('delivery');
  // Organizations has its one endpoint there
  expect(delivery && deniedToController(delivery, [action], ['us-east-1'])).toEqual([]);
});
