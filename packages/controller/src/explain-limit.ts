import { type OrganizationDefinition, parseOrganization } from '@bulkhead/model';
import { getExplainedSubject } from './explained-subject.ts';
import { type LimitSentence, limitSentences } from './limit-sentence.ts';
import type { CapPlan, LimitPlan, Plan } from './plan.ts';

/** What holds for an instance type in one Region of an account. */
export interface RegionExplanation {
  readonly region: string;
  /** The pool: ceiling, granted, pending and used vCPU, state and means. */
  readonly limit: LimitPlan;
  /** The type's own cap; null where it has none. */
  readonly cap: CapPlan | null;
  /** Instances of this type alone that the ceiling has room for. */
  readonly roomFor: number;
  readonly atCap: string;
}

/** From the sentences of the definition to the numbers in each Region. */
export interface LimitExplanation {
  readonly account: string;
  readonly instanceType: string;
  readonly vcpuEach: number;
  /** Families of the pool, as AWS names them. */
  readonly families: string;
  readonly quotaCode: string;
  /** None where the definition limits nothing here. */
  readonly sentences: readonly LimitSentence[];
  /** Home first; none where the definition limits nothing in this pool. */
  readonly regions: readonly RegionExplanation[];
}

/**
 * Explains how many instances of a type an account may run, and what would happen at the cap.
 *
 * @param plan Of the account: one that leaves it out explains no Region.
 * @throws QuestionError for an account or an instance type that does not exist
 */
export function explainLimit(
  definition: OrganizationDefinition,
  plan: Plan,
  accountName: string,
  instanceType: string,
): LimitExplanation {
  const { account, vcpuEach, pool } = getExplainedSubject(parseOrganization(definition), accountName, instanceType);
  return {
    account: accountName,
    instanceType,
    vcpuEach,
    families: pool.families,
    quotaCode: pool.onDemandQuotaCode,
    sentences: limitSentences(definition, account, instanceType),
    regions: plan.limits
      .filter((limit) => limit.account === accountName && limit.quotaCode === pool.onDemandQuotaCode)
      .map((limit): RegionExplanation => {
        const cap = limit.caps.find((each) => each.instanceType === instanceType) ?? null;
        const roomFor = Math.floor(limit.ceiling / vcpuEach);
        return { region: limit.region, limit, cap, roomFor, atCap: atCapOf(limit, cap, instanceType, vcpuEach) };
      }),
  };
}

function atCapOf(limit: LimitPlan, cap: CapPlan | null, instanceType: string, vcpuEach: number): string {
  const { kind, reason } = cap?.means ?? limit.means;
  const atMost = cap?.atMost ?? Math.floor(limit.ceiling / vcpuEach);
  if (!limit.granted.known && kind === 'detect only') {
    return `unknown: whether EC2 refuses launches past ${atMost} ${instanceType} depends on the quota`;
  }
  const stop = limit.granted.known ? limit.granted.value.vcpu : 'unknown';
  switch (kind) {
    case 'quota':
      return `EC2 refuses On-Demand launches past ${stop} vCPU with VcpuLimitExceeded: ${reason}`;
    case 'shape':
      return `every launch of ${instanceType} is denied: ${reason}`;
    case 'guard':
      return `at ${atMost} ${instanceType} further launches are denied until fewer run: ${reason}`;
    case 'detect only': {
      const show = `and show in the plan: ${reason}`;
      const today = limit.granted.known ? Math.floor(limit.granted.value.vcpu / vcpuEach) : atMost;
      return today < atMost
        ? `today's quota of ${stop} vCPU ends at ${today}; once AWS grants more, launches past ${atMost} ${instanceType} succeed, ${show}`
        : `launches past ${atMost} ${instanceType} succeed up to the quota of ${stop} vCPU, ${show}`;
    }
  }
}
