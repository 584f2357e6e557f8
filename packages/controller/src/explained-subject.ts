import {
  type Organization,
  type QuotaPool,
  type RuntimeAccount,
  findQuotaPool,
  findVcpu,
  nearest,
  nearestInstanceType,
  runtimeAccountsOf,
} from '@bulkhead/model';
import { QuestionError } from './question-error.ts';

/** What an explanation is about. */
export interface ExplainedSubject {
  readonly account: RuntimeAccount;
  readonly vcpuEach: number;
  readonly pool: QuotaPool;
}

/**
 * Finds an account by its name and what a type counts for, before anything is asked of AWS.
 *
 * @throws QuestionError for an account or an instance type that does not exist
 */
export function getExplainedSubject(
  organization: Organization,
  accountName: string,
  instanceType: string,
): ExplainedSubject {
  const accounts = runtimeAccountsOf(organization);
  const account = accounts.find(({ name }) => name === accountName);
  const vcpuEach = findVcpu(instanceType);
  const pool = findQuotaPool(instanceType);
  if (account && vcpuEach !== undefined && pool) return { account, vcpuEach, pool };
  throw new QuestionError([
    ...(account ? [] : [unknownAccount(accountName, accounts)]),
    ...(vcpuEach === undefined ? [unknownType(instanceType)] : []),
    ...(vcpuEach !== undefined && !pool ? [`${instanceType} runs on Dedicated Hosts and counts in no vCPU quota`] : []),
  ]);
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
