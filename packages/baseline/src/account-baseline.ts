import type { Account } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { AccountSettings } from './account-settings.ts';
import { type AccountStack, managementAccountId } from './account-stack.ts';
import { addTelemetry } from './account-telemetry.ts';
import { DeployerRole } from './deployer-role.ts';
import { deployersOf } from './deployers-of.ts';
import { addEmergencyRole } from './emergency-role.ts';
import { addOversightRoles } from './oversight-roles.ts';
import { addPlanner } from './planner-role.ts';
import type { StackContext } from './stack-context.ts';

/** Adds what every account of the organization has, whatever it is for, but the management account. */
export function addBaseline(
  stack: AccountStack,
  account: Account,
  context: StackContext,
  providers: ReadonlyMap<string, AwsProvider>,
): void {
  new DeployerRole(stack, 'deployer', {
    deployers: deployersOf(account, context),
    managementAccountId: managementAccountId(context),
  });
  new AccountSettings(stack, 'settings', { providers });
  addPlanner(stack, account, context);
  addOversightRoles(stack, account, context);
  addEmergencyRole(stack, context);
  addTelemetry(stack, account, context, providers);
}
