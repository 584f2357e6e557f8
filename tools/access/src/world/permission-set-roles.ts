import { policyOf } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { findingsOf } from './findings-of.ts';
import type { IdentityPolicies } from './identity-policies.ts';
import { type InsidePrincipal, insidePrincipal } from './inside-principal.ts';
import type { Account } from './world.ts';

/** The end of the role's name, which AWS makes up. */
const madeUp = '0123456789abcdef';

/**
 * The roles that Identity Center makes in an account: one for each permission set that is assigned there. It alone lets
 * people into them and changes them.
 *
 * Source: IAM Identity Center User Guide, referencing permission sets in resource policies and service-linked roles.
 */
export function permissionSetRoles(
  findings: readonly Finding[],
  account: Account,
  policies: IdentityPolicies,
): readonly InsidePrincipal[] {
  const assigned = new Set(
    findingsOf(findings, 'permission-set-assignment')
      .filter(({ accountId }) => accountId === account.id)
      .map(({ arn }) => arn),
  );
  return findingsOf(findings, 'permission-set')
    .filter(({ arn }) => assigned.has(arn))
    .map(({ arn, name, region }) => {
      const own = findingsOf(findings, 'permission-set-policy').filter((each) => each.arn === arn);
      const boundary = findingsOf(findings, 'permission-set-boundary').find((each) => each.arn === arn)?.boundary;
      const roleArn = `arn:aws:iam::${account.id}:role/${pathIn(region)}AWSReservedSSO_${name}_${madeUp}`;
      return {
        ...insidePrincipal(
          'role',
          roleArn,
          account,
          own.map((each) => ('policy' in each ? each.policy : policies.byArn(each.policyArn))),
        ),
        trust: trustInIdentityCenter(account),
        ...(boundary !== undefined && { boundary: policies.byArn(boundary) }),
      };
    });
}

/** Roles of an instance in us-east-1 have no Region in their path. */
const pathIn = (region: string) =>
  region === 'us-east-1' ? 'aws-reserved/sso.amazonaws.com/' : `aws-reserved/sso.amazonaws.com/${region}/`;

/** Whether a role is one that AWS makes, and that nobody in the account changes. */
export const isReserved = (arn: string): boolean => arn.includes(':role/aws-reserved/');

function trustInIdentityCenter({ id, name }: Account): Policy {
  const provider = `arn:aws:iam::${id}:saml-provider/AWSSSO_${madeUp}_DO_NOT_DELETE`;
  return policyOf(
    {
      ...{ Effect: 'Allow', Principal: { Federated: provider }, Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] },
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    },
    { stack: 'aws', address: `roles of permission sets in ${name}`, attribute: 'trust' },
  );
}
