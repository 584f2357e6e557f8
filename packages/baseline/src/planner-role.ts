import type { Account } from '@bulkhead/model';
import type { AccountStack } from './account-stack.ts';
import { plannersOf } from './deployers-of.ts';
import { pipelineTrust } from './pipeline-trust.ts';
import { dataReads, settingReads, settingReadsOfTheBaseline } from './planner-actions.ts';
import { PlatformRole } from './platform-role.ts';
import type { StackContext } from './stack-context.ts';

/**
 * Adds the role as which Terraform plans: it reads settings, changes nothing, and reads no data, message or secret. It
 * stands directly in the stack, and only where a pipeline deploys the account.
 *
 * Its permissions are literal: what AWS's own policies for auditors hold changes without notice.
 */
export function addPlanner(stack: AccountStack, account: Account, context: StackContext): void {
  const planners = plannersOf(account, context);
  if (planners.length === 0) return;
  new PlatformRole(stack, 'planner', {
    name: 'planner',
    description: 'Terraform plans in this account through it',
    trust: pipelineTrust(planners),
    permissions: [
      { Sid: 'Settings', Effect: 'Allow', Action: settingReads, Resource: '*' },
      { Sid: 'Baseline', Effect: 'Allow', ...settingReadsOfTheBaseline },
      { Sid: 'NoData', Effect: 'Deny', Action: dataReads, Resource: '*' },
    ],
  });
}
