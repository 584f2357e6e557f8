interface CommonStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>> | '*';
  readonly Resource?: string | readonly string[];
  /** All but these, instead of `Resource`. */
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * A statement of an identity, trust or resource policy: of the actions that it names, or of all but those. Resource may
 * be left out of trust policies only.
 */
export type PolicyStatement = CommonStatement &
  (
    | { readonly Action: string | readonly string[]; readonly NotAction?: never }
    | { readonly NotAction: string | readonly string[]; readonly Action?: never }
  );

/** A policy as minified JSON text. */
export function policyJson(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/**
 * Principals of an account, narrowed to the roles that match one of the patterns; a name without wildcards is one.
 *
 * A policy that names a role is refused while the role is missing, and breaks silently when it is created anew; one that
 * names the account and narrows does neither.
 */
export function rolesOf(
  accountId: string,
  roleArnPatterns: string | readonly string[],
): Pick<PolicyStatement, 'Principal' | 'Condition'> {
  return {
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Condition: { ArnLike: { 'aws:PrincipalArn': roleArnPatterns } },
  };
}
