import { AwsError } from './aws-error.ts';
import { type Access, evaluatePolicies } from './evaluate-policy.ts';
import { type Call, type Operation, operationName } from './operation.ts';
import { serviceControlPoliciesOf } from './service-control-policies.ts';
import type { Service } from './service.ts';
import { policiesOf } from './sessions.ts';

/**
 * Checks the organization's policies and the caller's own for one call.
 *
 * @throws AwsError that names principal, action and resource in AWS's words
 */
export function authorize(service: Service, operation: Operation, input: unknown, call: Call): void {
  const { caller, world, region } = call;
  const needs = operation.needs(input, call);
  if (needs.action === null) return;
  const action = needs.action ?? `${service.name}:${operationName(operation)}`;
  const { resource = '*' } = needs;
  const access: Access = {
    action,
    resource,
    context: {
      'aws:principalarn': caller.principalArn,
      'aws:principalaccount': caller.accountId,
      'aws:principalorgid': world.organization.id,
      'aws:requestedregion': region,
      ...timeAndPlace(call, resource),
      ...needs.context,
    },
  };
  const because = findDenial(access, call);
  if (because === undefined) return;
  const [code, status] = service.codes.denied;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const start = service.name === 'ec2' ? 'You are not authorized to perform this operation. ' : '';
  throw new AwsError(
    code,
    `${start}User: ${caller.arn} is not authorized to perform: ${action}${on} ${because}`,
    status,
  );
}

/** Keys of the world's time, and of whose a resource is: where its ARN tells no account, it is the caller's own. */
export function timeAndPlace({ clock, caller }: Pick<Call, 'clock' | 'caller'>, resource: string): Access['context'] {
  const [, , , , accountId] = resource.split(':');
  const now = clock.now();
  return {
    'aws:currenttime': new Date(now).toISOString(),
    'aws:epochtime': String(Math.floor(now / 1000)),
    'aws:resourceaccount': accountId !== undefined && accountId !== '' ? accountId : caller.accountId,
  };
}

/** Which policy is in the way, in AWS's words; undefined where none is. */
function findDenial(access: Access, { caller, world }: Call): string | undefined {
  if (evaluatePolicies(serviceControlPoliciesOf(caller.accountId, world), access) === 'denied') {
    return 'with an explicit deny in a service control policy';
  }
  switch (evaluatePolicies(policiesOf(caller, world), access)) {
    case 'allowed':
      return undefined;
    case 'denied':
      return 'with an explicit deny in an identity-based policy';
    case 'silent':
      return `because no identity-based policy allows the ${access.action} action`;
  }
}
