/** A statement of an identity, trust or resource policy. Resource may be left out of trust policies only. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>> | '*';
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy as minified JSON text. */
export function policyJson(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/**
 * Principals of an account, narrowed to the roles that match a pattern.
 *
 * A policy that names a role is refused while the role is missing, and breaks silently when it is created anew; one that
 * names the account and narrows does neither.
 */
export function rolesOf(accountId: string, roleArnPattern: string): Pick<PolicyStatement, 'Principal' | 'Condition'> {
  return {
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Condition: { ArnLike: { 'aws:PrincipalArn': roleArnPattern } },
  };
}
