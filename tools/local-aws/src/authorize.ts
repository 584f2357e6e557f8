import { AwsError } from './aws-error.ts';
import { evaluatePolicies } from './evaluate-policy.ts';
import { type Call, type Operation, operationName } from './operation.ts';
import type { Service } from './service.ts';
import { policiesOf } from './sessions.ts';

/**
 * Checks the caller's own policies for one call.
 *
 * @throws AwsError that names principal, action and resource in AWS's words
 */
export function authorize(service: Service, operation: Operation, input: unknown, call: Call): void {
  const { caller, world, region } = call;
  const needs = operation.needs(input, call);
  if (needs.action === null) return;
  const action = needs.action ?? `${service.name}:${operationName(operation)}`;
  const { resource = '*' } = needs;
  const verdict = evaluatePolicies(policiesOf(caller, world), {
    action,
    resource,
    context: {
      'aws:principalarn': caller.principalArn,
      'aws:principalaccount': caller.accountId,
      'aws:principalorgid': world.organization.id,
      'aws:requestedregion': region,
      ...needs.context,
    },
  });
  if (verdict === 'allowed') return;
  const [code, status] = service.codes.denied;
  const because =
    verdict === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const start = service.name === 'ec2' ? 'You are not authorized to perform this operation. ' : '';
  throw new AwsError(
    code,
    `${start}User: ${caller.arn} is not authorized to perform: ${action}${on} ${because}`,
    status,
  );
}
