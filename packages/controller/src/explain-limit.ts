import {
  type OrganizationDefinition,
  type RuntimeAccount,
  findQuotaPool,
  findVcpu,
  nearest,
  nearestInstanceType,
  parseOrganization,
  runtimeAccountsOf,
} from '@bulkhead/model';
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

/** What was asked about does not exist. Holds all problems. */
export class ExplainError extends Error {
  override readonly name = 'ExplainError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Explains how many instances of a type an account may run, and what would happen at the cap.
 *
 * @param plan Of the account: one that leaves it out explains no Region.
 * @throws ExplainError for an account or an instance type that does not exist
 */
export function explainLimit(
  definition: OrganizationDefinition,
  plan: Plan,
  accountName: string,
  instanceType: string,
): LimitExplanation {
  const accounts = runtimeAccountsOf(parseOrganization(definition));
  const account = accounts.find(({ name }) => name === accountName);
  const vcpuEach = findVcpu(instanceType);
  const pool = findQuotaPool(instanceType);
  if (!account || vcpuEach === undefined || !pool) {
    throw new ExplainError([
      ...(account ? [] : [unknownAccount(accountName, accounts)]),
      ...(vcpuEach === undefined ? [unknownType(instanceType)] : []),
      ...(vcpuEach !== undefined && !pool
        ? [`${instanceType} runs on Dedicated Hosts and counts in no vCPU quota`]
        : []),
    ]);
  }
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
        return { region: limit.region, limit, cap, roomFor, atCap: atCapOf(limit, cap, instanceType, roomFor) };
      }),
  };
}

function atCapOf(limit: LimitPlan, cap: CapPlan | null, instanceType: string, roomFor: number): string {
  const { kind, reason } = cap?.means ?? limit.means;
  const atMost = cap?.atMost ?? roomFor;
  const stop = limit.granted.known ? limit.granted.value.vcpu : 'unknown';
  switch (kind) {
    case 'quota':
      return `EC2 refuses On-Demand launches past ${stop} vCPU with VcpuLimitExceeded: ${reason}`;
    case 'shape':
      return `every launch of ${instanceType} is denied: ${reason}`;
    case 'guard':
      return `at ${atMost} ${instanceType} further launches are denied until fewer run: ${reason}`;
    case 'detect only':
      return `launches past ${atMost} ${instanceType} succeed up to the quota of ${stop} vCPU, and show in the plan: ${reason}`;
  }
}

function unknownAccount(name: string, accounts: readonly RuntimeAccount[]): string {
  const names = accounts.map((account) => account.name);
  const near = nearest(name, names);
  return `no runtime account is named ${name}, ${near === undefined ? `choose from: ${names.join(', ')}` : `did you mean ${near}?`}`;
}

function unknownType(instanceType: string): string {
  const near = nearestInstanceType(instanceType);
  return `no EC2 instance type is named ${instanceType}${near === undefined ? '' : `, did you mean ${near}?`}`;
}
