import type { AccountStack, StackContext } from '@bulkhead/baseline';
import { type EnterpriseAccount, type Stack, missingInLock, stacksOf } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { DeliveryStack } from './delivery-stack.ts';
import { GuardrailsStack } from './guardrails-stack.ts';
import { type Resources, iamOverflow } from './iam-overflow.ts';
import { IdentityStack } from './identity-stack.ts';
import { OrganizationStack } from './organization-stack.ts';
import { SharedServicesStack } from './shared-services-stack.ts';

const accountStacks = {
  identity: IdentityStack,
  'shared-services': SharedServicesStack,
  delivery: DeliveryStack,
} as const;

/** Organization, identity, shared services, delivery and guardrails, as far as the lock has the ids that they need. */
export function enterpriseStacks(scope: Construct, context: StackContext): void {
  for (const stack of stacksOf(context.organization)) {
    if (missingInLock(stack, context.organization, context.lock).length === 0) addStack(scope, stack, context);
  }
}

function addStack(scope: Construct, { content }: Stack, context: StackContext): void {
  switch (content.kind) {
    case 'organization':
      new OrganizationStack(scope, context);
      return;
    case 'guardrails':
      new GuardrailsStack(scope, context);
      return;
    case 'account':
      if (content.account.kind !== 'runtime') addAccountStack(scope, content.account, context);
  }
}

function addAccountStack(scope: Construct, account: EnterpriseAccount, context: StackContext): void {
  const stack = new accountStacks[account.kind](scope, account, context);
  // of a program that is synthesized with ids made up, this is known before the first account is made
  stack.node.addValidation({ validate: () => [...iamOverflow(account.name, resourcesOf(stack))] });
}

const resourcesOf = (stack: AccountStack): Resources =>
  (stack.toTerraform() as { readonly resource?: Resources }).resource ?? {};
