import { matchesPattern } from '../policy/matches-pattern.ts';
import { listOf, type Statement } from '../policy/policy.ts';
import type { Principal } from '../world/world.ts';

const equal = ['ArnEquals', 'ArnLike', 'StringEquals', 'StringLike'];

/**
 * Whether a statement's conditions leave a principal's ARN open, or name it. Most policies that are open to an account name
 * one of its roles so, and the others need not be asked about.
 */
export function namesRole({ document: { Condition = {} } }: Statement, { context }: Principal): boolean {
  const arn = context['aws:PrincipalArn'];
  return Object.entries(Condition).every(([operator, keys]) => {
    const named = Object.entries(keys).find(([key]) => key.toLowerCase() === 'aws:principalarn');
    if (!named || !equal.includes(operator)) return true;
    return typeof arn === 'string' && listOf(named[1]).some((each) => each.includes('${') || matchesPattern(each, arn));
  });
}
