import type { PolicyStatement } from './policy-json.ts';

/**
 * Holds for who signed in with a second factor less than so many minutes ago.
 *
 * AWS counts from the sign-in, so that a session of a console left open opens no further role.
 */
export function secondFactor(minutes: number): NonNullable<PolicyStatement['Condition']> {
  return {
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': String(minutes * 60) },
  };
}
