import type { PolicyStatement } from './policy-json.ts';

/**
 * Trust in a service of AWS, narrowed to the calls that it makes for whom it should: whoever may configure the service
 * in another account could have it act here otherwise.
 *
 * @param service without `.amazonaws.com`
 */
export function serviceTrust(
  Sid: string,
  service: string,
  Condition: NonNullable<PolicyStatement['Condition']>,
): PolicyStatement {
  return {
    Sid,
    Effect: 'Allow',
    Principal: { Service: `${service}.amazonaws.com` },
    Action: 'sts:AssumeRole',
    Condition,
  };
}
