import { AwsError } from './aws-error.ts';
import { evaluatePolicies } from './evaluate-policy.ts';
import type { Call, Needs } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { statementsOf, valuesOf } from './policy-document.ts';
import type { World } from './world.ts';

/** ARNs of Organizations belong to the management account. */
export const organizationArn = ({ organization }: World, resource: string) =>
  `arn:aws:organizations::${organization.managementAccountId}:${resource}`;

interface PageInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** A page of at most 20 items; some hold nothing but a token, where that is switched on. */
export function organizationPage<Item>(items: readonly Item[], input: PageInput, { options }: Call) {
  const size = Math.min(input.MaxResults ?? options.organizationsPage, options.organizationsPage);
  const { page, next } = pageOf(items, size, input.NextToken, { emptyFirst: options.emptyPages });
  return { page, rest: withToken(next) };
}

/** What a reading operation needs: to be called from management, a delegated administrator, or by the resource policy. */
export const reads =
  (operation: string) =>
  (_: unknown, call: Call): Needs => {
    checkMember(`organizations:${operation}`, '*', call);
    return {};
  };

/**
 * Whether the caller's account may call Organizations at all.
 *
 * @throws AwsError as AWS words it: it names neither action nor resource
 */
export function checkMember(action: string, resource: string, { world, caller }: Call): void {
  const { managementAccountId, id } = world.organization;
  const isRead = /^organizations:(List|Describe)/.test(action);
  if (caller.accountId === managementAccountId) return;
  if (isRead && world.delegatedAdministrators.includes(caller.accountId)) return;
  const named = ['*', caller.accountId, `arn:aws:iam::${caller.accountId}:root`, caller.principalArn];
  const statements = (world.resourcePolicy ? statementsOf(world.resourcePolicy) : []).filter(({ Principal }) =>
    (Principal === '*' ? ['*'] : valuesOf(Principal?.['AWS'])).some((each) => named.includes(each)),
  );
  const verdict = evaluatePolicies([{ Statement: statements }], {
    action,
    resource,
    context: {
      'aws:principalarn': caller.principalArn,
      'aws:principalorgid': id,
      'aws:principalaccount': caller.accountId,
      'organizations:policytype': 'SERVICE_CONTROL_POLICY',
    },
  });
  if (verdict !== 'allowed') {
    throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
  }
}
