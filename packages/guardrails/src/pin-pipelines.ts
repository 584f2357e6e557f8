import type { Organization, Pipeline } from '@bulkhead/model';
import type { Statement } from './policy.ts';

/** Who issues the tokens of a host's jobs, without `https://`, and for whom they are meant. */
const hosts: Readonly<Record<Pipeline['host'], { readonly issuer: string; readonly audience: string }>> = {
  github: { issuer: 'token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' },
  gitlab: { issuer: 'gitlab.com', audience: 'https://gitlab.com' },
};

/**
 * Who is somebody at a public issuer: hosts of code, and those that IAM knows without a provider in the account.
 *
 * Source: IAM User Guide, available keys for web identity federation.
 */
const publicIdentities: readonly string[] = [
  ...Object.values(hosts).map(({ issuer }) => `${issuer}:sub`),
  'accounts.google.com:sub',
  'graph.facebook.com:id',
  'www.amazon.com:user_id',
];

const webIdentity = (Sid: string, Condition?: Statement['Condition']): Statement => ({
  Sid,
  Effect: 'Deny',
  Action: ['sts:AssumeRoleWithWebIdentity'],
  Resource: ['*'],
  ...(Condition && { Condition }),
});

/**
 * A token becomes a role of a delivery account only if it comes from a repository that the definition lists, from an
 * environment or branch that it lists, and was made for AWS; whatever a role's trust says. An account without pipelines
 * takes no token.
 */
export function pinPipelines(pipelines: readonly Pipeline[]): readonly Statement[] {
  if (pipelines.length === 0) return [webIdentity('Tokens')];
  const used = Object.entries(hosts).filter(([host]) => pipelines.some((pipeline) => pipeline.host === host));
  // Keys of one operator all have to differ: a token has those of its own issuer, and one of no listed issuer has none.
  const subjects = used.map(([host, { issuer }]) => [
    `${issuer}:sub`,
    pipelines
      .filter((pipeline) => pipeline.host === host)
      .flatMap(({ environments }) => environments.flatMap(({ subjects: { apply, plan } }) => [apply, plan])),
  ]);
  const audiences = used.map(([, { issuer, audience }]) => [`${issuer}:aud`, [audience]]);
  return [
    webIdentity('Subject', { StringNotEquals: Object.fromEntries(subjects) as Record<string, string[]> }),
    webIdentity('Audience', { StringNotEquals: Object.fromEntries(audiences) as Record<string, string[]> }),
  ];
}

/** Where workloads run no token of a pipeline or a public issuer is anybody. Clusters and Cognito go on. */
export function denyPublicTokens(): readonly Statement[] {
  return publicIdentities.map((key) => webIdentity('Tokens', { Null: { [key]: ['false'] } }));
}

/** No assertion becomes a role, but those with which Identity Center signs people in where they come from there. */
export function denySaml(signIn: Organization['enterprise']['signIn']): readonly Statement[] {
  const action = { Sid: 'Saml', Effect: 'Deny', Action: ['sts:AssumeRoleWithSAML'] } as const;
  return signIn === 'iam-users'
    ? [{ ...action, Resource: ['*'] }]
    : [{ ...action, NotResource: ['arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*'] }];
}
