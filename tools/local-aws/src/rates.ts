/** How fast calls may come. */
interface Rate {
  readonly perSecond: number;
  /** Calls that may come at once. */
  readonly burst: number;
}

const rate = (perSecond: number, burst: number): Rate => ({ perSecond, burst });

const quotaGet = rate(5, 5);
const quotaList = rate(10, 10);
const policyList = rate(5, 8);
const policyChange = rate(2, 3);

/** Per account and Region, and for Organizations per account (Service Quotas and Organizations user guides, 2026). */
const operationRates: Readonly<Record<string, Rate>> = {
  'servicequotas:GetAWSDefaultServiceQuota': quotaGet,
  'servicequotas:GetServiceQuota': quotaGet,
  'servicequotas:GetRequestedServiceQuotaChange': quotaGet,
  'servicequotas:ListRequestedServiceQuotaChangeHistory': quotaGet,
  'servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota': quotaGet,
  'servicequotas:ListServiceQuotas': quotaList,
  'servicequotas:ListAWSDefaultServiceQuotas': quotaList,
  'servicequotas:ListServices': quotaList,
  'servicequotas:RequestServiceQuotaIncrease': rate(3, 3),
  'organizations:ListAccounts': rate(8, 12),
  'organizations:ListAccountsForParent': policyList,
  'organizations:ListOrganizationalUnitsForParent': policyList,
  'organizations:ListParents': policyList,
  'organizations:DescribeAccount': rate(20, 30),
  'organizations:ListTagsForResource': rate(10, 15),
  'organizations:ListPolicies': policyList,
  'organizations:ListPoliciesForTarget': policyList,
  'organizations:ListTargetsForPolicy': policyList,
  'organizations:DescribePolicy': rate(2, 2),
  'organizations:AttachPolicy': policyChange,
  'organizations:DetachPolicy': policyChange,
  'organizations:DescribeOrganization': rate(1, 2),
  // AWS states no number; its staff once advised to stay under ten.
  'ce:GetCostAndUsage': rate(10, 10),
};

/** All calls of Service Quotas together. */
const perAccount = rate(50, 50);
const perOrganization = rate(100, 100);

/** What a call counts towards. */
export interface RateBucket extends Rate {
  /** `servicequotas:ListServiceQuotas 222200000005 eu-west-1`, `servicequotas in the organization`. */
  readonly name: string;
}

/** Every documented rate that a call counts towards; none where AWS documents no rate. */
export function rateBuckets(operation: string, accountId: string, region: string): readonly RateBucket[] {
  const own = operationRates[operation];
  const isQuotas = operation.startsWith('servicequotas:');
  const place = isQuotas ? `${accountId} ${region}` : accountId;
  return [
    ...(own ? [{ name: `${operation} ${place}`, ...own }] : []),
    ...(isQuotas
      ? [
          { name: `servicequotas ${accountId}`, ...perAccount },
          { name: 'servicequotas in the organization', ...perOrganization },
        ]
      : []),
  ];
}

export interface Rates {
  /** Whether calls that come too fast are refused; off at first. */
  enabled: boolean;
  /** Counts a call; false where it came too fast. */
  take(operation: string, accountId: string, region: string): boolean;
}

/** @param now Milliseconds; rates are real time, whatever the world's clock says */
export function openRates(now: () => number = () => performance.now()): Rates {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const fill = ({ name, perSecond, burst }: RateBucket) => {
    const at = now();
    const bucket = buckets.get(name) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(name, bucket);
    return bucket;
  };
  return {
    enabled: false,
    take(operation, accountId, region) {
      if (!this.enabled) return true;
      const taken = rateBuckets(operation, accountId, region).map(fill);
      if (taken.some(({ tokens }) => tokens < 1)) return false;
      for (const bucket of taken) bucket.tokens -= 1;
      return true;
    },
  };
}
