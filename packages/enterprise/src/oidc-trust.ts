import type { PolicyStatement } from '@bulkhead/baseline';
import type { Pipeline } from '@bulkhead/model';

/**
 * Who issues the tokens of a host's jobs, without `https://`, and for whom they are meant.
 *
 * Source: GitHub, configuring OpenID Connect in Amazon Web Services; GitLab, configure OpenID Connect in AWS.
 */
export const tokensOf: Readonly<Record<Pipeline['host'], { readonly issuer: string; readonly audience: string }>> = {
  github: { issuer: 'token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' },
  gitlab: { issuer: 'gitlab.com', audience: 'https://gitlab.com' },
};

/** Trusts jobs whose token has exactly this subject: one repository, and one environment or branch of it. */
export function oidcTrust(accountId: string, host: Pipeline['host'], subject: string): PolicyStatement {
  const { issuer, audience } = tokensOf[host];
  return {
    Sid: host === 'github' ? 'Github' : 'Gitlab',
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: subject } },
  };
}
