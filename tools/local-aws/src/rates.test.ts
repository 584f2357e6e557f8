import { openRates } from './rates.ts';

/** Calls that are let through at a moment, of so many that come at once. */
function machine() {
  let time = 0;
  const rates = openRates(() => time);
  rates.enabled = true;
  return {
    rates,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
    carriedOut: (operation: string, places: readonly (readonly [accountId: string, region: string])[]) =>
      places.filter(([accountId, region]) => rates.take(operation, accountId, region)).length,
  };
}

const times = (count: number, accountId = '1', region = 'eu-west-1') =>
  Array.from({ length: count }, () => [accountId, region] as const);

// Service Quotas User Guide and Organizations User Guide, quotas, 2026.
test.each([
  ['servicequotas:GetServiceQuota', 5, 5],
  ['servicequotas:GetAWSDefaultServiceQuota', 5, 5],
  ['servicequotas:GetRequestedServiceQuotaChange', 5, 5],
  ['servicequotas:ListRequestedServiceQuotaChangeHistory', 5, 5],
  ['servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota', 5, 5],
  ['servicequotas:ListServiceQuotas', 10, 10],
  ['servicequotas:ListAWSDefaultServiceQuotas', 10, 10],
  ['servicequotas:ListServices', 10, 10],
  ['servicequotas:RequestServiceQuotaIncrease', 3, 3],
  ['organizations:ListAccounts', 8, 12],
  ['organizations:ListAccountsForParent', 5, 8],
  ['organizations:ListOrganizationalUnitsForParent', 5, 8],
  ['organizations:ListParents', 5, 8],
  ['organizations:DescribeAccount', 20, 30],
  ['organizations:ListTagsForResource', 10, 15],
  ['organizations:ListPolicies', 5, 8],
  ['organizations:ListPoliciesForTarget', 5, 8],
  ['organizations:ListTargetsForPolicy', 5, 8],
  ['organizations:DescribePolicy', 2, 2],
  ['organizations:AttachPolicy', 2, 3],
  ['organizations:DetachPolicy', 2, 3],
  ['organizations:DescribeOrganization', 1, 2],
])('%s is let through %d times a second after a burst of %d', (operation, perSecond, burst) => {
  const { carriedOut, wait } = machine();
  expect(carriedOut(operation, times(60))).toBe(burst);
  wait(1);
  expect(carriedOut(operation, times(60))).toBe(Math.min(perSecond, burst));
});

test('an account has a rate of its own in each Region, and another one for all operations together', () => {
  const { carriedOut } = machine();
  const inRegions = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((region) => times(20, '1', region));
  expect(carriedOut('servicequotas:ListServiceQuotas', inRegions)).toBe(50);
  expect(carriedOut('servicequotas:ListServiceQuotas', times(20, '2'))).toBe(10);
});

test('an organization gets 100 calls of Service Quotas a second through, however many accounts it has', () => {
  const { carriedOut, wait } = machine();
  const accounts = Array.from({ length: 50 }, (_, account) => times(5, String(account))).flat();
  expect(carriedOut('servicequotas:ListServiceQuotas', accounts)).toBe(100);
  wait(0.5);
  expect(carriedOut('servicequotas:ListServiceQuotas', accounts)).toBe(50);
});

test('nothing is refused where rates are off', () => {
  const { rates, carriedOut } = machine();
  rates.enabled = false;
  expect(carriedOut('servicequotas:ListServiceQuotas', times(1000))).toBe(1000);
});
