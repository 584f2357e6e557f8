import { accountsOf, runtimeAccountsOf } from '@bulkhead/model';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { idsOf } from './ids.fixture.ts';
import { manyAccounts } from './many-accounts.fixture.ts';
import { organizationPolicies } from './organization-policies.ts';
import { targetName } from './target.ts';

// fewer than an organization takes, 10,000 and 2,000 by its User Guide's quotas: older ones take less
const mostPolicies = { SERVICE_CONTROL_POLICY: 2_000, RESOURCE_CONTROL_POLICY: 1_000 } as const;

test.each([
  ['classic', 60],
  ['current', 60],
  // every account that may have one
  ['classic', 225],
  ['current', 225],
] as const)(
  'guardrails fit under %s limits with 300 accounts and %d grants between as many of them',
  (limits, grants) => {
    const organization = manyAccounts({ units: 75, grants, policyLimits: limits });
    expect(runtimeAccountsOf(organization)).toHaveLength(300);
    const { policies, usage } = organizationPolicies(organization, idsOf(organization));
    for (const [type, most] of Object.entries(mostPolicies)) {
      expect(policies.filter((policy) => policy.type === type).length).toBeLessThan(most);
    }
    const runtime = usage.filter(({ target, type }) => targetName(target) === 'Runtime' && type in mostPolicies);
    expect(runtime.map(({ policiesLeft }) => policiesLeft > 0)).toEqual([true, true]);
  },
);

test('accounts without grants share their policies, however many there are', () => {
  const policiesWith = (units: number) => {
    const organization = manyAccounts({ units, grants: 3, policyLimits: 'classic' });
    return { accounts: accountsOf(organization).length, ...organizationPolicies(organization, idsOf(organization)) };
  };
  const few = policiesWith(5);
  const many = policiesWith(75);
  expect(many.accounts - few.accounts).toBe(280);
  expect(many.policies.length).toBe(few.policies.length);
});

test('where the accounts of grants are too many for a statement that names them, it is refused by its name', () => {
  const organization = manyAccounts({ units: 110, grants: 330, policyLimits: 'classic' });
  const overflows = () => {
    try {
      return organizationPolicies(organization, idsOf(organization)).usage;
    } catch (error) {
      return error instanceof GuardrailOverflowError ? error.overflows : [];
    }
  };
  expect(overflows()).toMatchObject([
    { where: 'Runtime', type: 'SERVICE_CONTROL_POLICY', leftOut: ['Crossing'] },
    { where: 'Runtime', type: 'RESOURCE_CONTROL_POLICY', leftOut: expect.arrayContaining(['Foreigners']) as string[] },
  ]);
});
