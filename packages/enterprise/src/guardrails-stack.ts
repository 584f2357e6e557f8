import {
  AccountStack,
  type StackContext,
  accountId,
  managementAccountId,
  managementUnit,
  organizationId,
} from '@bulkhead/baseline';
import {
  type OrganizationIds,
  type Target,
  freezePoliciesOf,
  organizationPolicies,
  targetName,
} from '@bulkhead/guardrails';
import { accountsOf, freezeTag, guardrailsStackName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { GuardrailPolicy } from './guardrail-policy.ts';
import { managementAccount } from './management-account.ts';

/**
 * What no account may do, whoever is administrator there, and who reaches what is in it: policies on root, units and
 * accounts.
 *
 * The bodies of the freeze policies stand here too. The controller attaches and detaches them, Terraform never does.
 */
export class GuardrailsStack extends AccountStack {
  constructor(scope: Construct, context: StackContext) {
    const { organization } = context;
    super(scope, guardrailsStackName(organization.name), {
      context,
      unit: managementUnit,
      account: managementAccount(context),
    });
    for (const policy of organizationPolicies(organization, idsIn(context)).policies) {
      new GuardrailPolicy(this, policy.name, {
        name: policy.name,
        description: `guardrails of ${organization.name}`,
        type: policy.type,
        content: policy.content,
        targets: Object.fromEntries(policy.targets.map((target) => [targetName(target), targetId(target, context)])),
      });
    }
    for (const { phase, name, type, content } of freezePoliciesOf(organization)) {
      const description = `freezes an account of ${phase} that is at its cap`;
      new GuardrailPolicy(this, name, {
        name,
        description,
        type,
        content,
        tags: { [freezeTag]: phase },
        targets: {},
      });
    }
  }
}

function idsIn(context: StackContext): OrganizationIds {
  const names = accountsOf(context.organization).map(({ name }) => name);
  return {
    organizationId: organizationId(context),
    managementAccountId: managementAccountId(context),
    accountIds: new Map(names.map((name) => [name, accountId(name, context)])),
  };
}

function targetId(target: Target, context: StackContext): string {
  const { organization, organizationalUnits } = context.lock;
  const id =
    target.kind === 'account'
      ? accountId(target.name, context)
      : target.kind === 'root'
        ? organization?.rootId
        : organizationalUnits?.[target.path];
  if (id === undefined) {
    throw new Error(`organization.lock.json has no id of ${targetName(target)}, deploy the organization first`);
  }
  return id;
}
