import type { GrantTerms } from './grant-terms.ts';
import type { Condition } from './store-uses.ts';
import { usesOf } from './uses-of.ts';

/** One condition of several: all of them have to hold. Two of them never name the same key. */
export function allOf(...conditions: readonly Condition[]): Condition {
  const merged: Record<string, Condition[string]> = {};
  for (const condition of conditions) {
    for (const [operator, keys] of Object.entries(condition)) {
      merged[operator] = { ...merged[operator], ...keys };
    }
  }
  return merged;
}

/** Holds until the beginning of the day, in AWS: nothing has to run for it to end. */
export function beforeEnd({ until }: Pick<GrantTerms, 'until'>): Condition {
  return until === undefined ? {} : { DateLessThan: { 'aws:CurrentTime': `${until}T00:00:00Z` } };
}

/** Of the grantee's own policy. An ARN names the account of the store, but for a bucket's. */
export function identityCondition({ store, until }: GrantTerms): Condition {
  return allOf(
    usesOf[store.kind].arnWithoutAccount ? { StringEquals: { 'aws:ResourceAccount': store.accountId } } : {},
    beforeEnd({ until }),
  );
}

/**
 * Of the policies of the store and its key: exactly one role, of the organization.
 *
 * `aws:PrincipalArn` of a session is the ARN of the role. The principal is the account, which a policy may name before
 * the role is there and after it was made anew.
 */
export function resourceCondition({ grantee, organizationId, until }: GrantTerms): Condition {
  return allOf(
    { ArnEquals: { 'aws:PrincipalArn': grantee.roleArn } },
    { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
    beforeEnd({ until }),
  );
}

/** `Condition` of a statement, left out where there is none. */
export const conditionOf = (condition: Condition): { readonly Condition?: Condition } =>
  Object.keys(condition).length > 0 ? { Condition: condition } : {};
