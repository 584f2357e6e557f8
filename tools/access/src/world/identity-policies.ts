import { findManagedPolicy } from '../policy/managed-policies.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding, IdentityName } from '../terraform/finding.ts';
import { findingsOf } from './findings-of.ts';

/** The identity policies of an organization, by whom they are attached to. */
export interface IdentityPolicies {
  /** Its own, and those of the groups that a user is in. */
  of(identity: IdentityName): readonly Policy[];
  /** Those that were written for it alone: none of its groups, and none of AWS. */
  writtenFor(identity: IdentityName): readonly Policy[];
  /** @throws Error when the text of that policy isn't known */
  byArn(arn: string): Policy;
}

export function identityPolicies(findings: readonly Finding[]): IdentityPolicies {
  const written = new Map(findingsOf(findings, 'managed-policy').map(({ arn, policy }) => [arn, policy]));
  const byArn = (arn: string): Policy => {
    const policy = written.get(arn) ?? findManagedPolicy(arn);
    if (policy) return policy;
    throw new Error(
      arn.startsWith('arn:aws:iam::aws:')
        ? `the text of ${arn} is not known here, add it to the managed policies or write a policy of your own`
        : `no stack writes the policy ${arn}`,
    );
  };

  const own = new Map<string, Policy[]>();
  const add = (identity: IdentityName, policy: Policy) => {
    const policies = own.get(keyOf(identity)) ?? [];
    policies.push(policy);
    own.set(keyOf(identity), policies);
  };
  for (const { identity, policy } of findingsOf(findings, 'identity-policy')) add(identity, policy);
  for (const { identity, policyArn } of findingsOf(findings, 'managed-policy-attachment'))
    add(identity, byArn(policyArn));

  const groups = new Map<string, readonly IdentityName[]>();
  for (const { user, groups: joined } of findingsOf(findings, 'membership')) {
    groups.set(keyOf(user), [...(groups.get(keyOf(user)) ?? []), ...joined]);
  }
  return {
    of: (identity) => [identity, ...(groups.get(keyOf(identity)) ?? [])].flatMap((each) => own.get(keyOf(each)) ?? []),
    writtenFor: (identity) => (own.get(keyOf(identity)) ?? []).filter(isWritten),
    byArn,
  };
}

const isWritten = ({ statements }: Policy) => statements.every(({ origin }) => origin.stack !== 'aws');

const keyOf = ({ kind, accountId, name }: IdentityName) => `${accountId} ${kind} ${name}`;
