import { listOf, type Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { findingsOf } from './findings-of.ts';
import type { Principal } from './world.ts';

/** Whom an identity provider signs in: everybody that it serves, not only those whom somebody here had in mind. */
export function federatedPrincipals(findings: readonly Finding[], policies: readonly Policy[]): readonly Principal[] {
  return findingsOf(findings, 'identity-provider').flatMap(({ arn, issuer, accountId }) => {
    const trusted = trustedSubjects(policies, arn, issuer);
    const subjects = new Set([
      ...trusted,
      ...trusted.flatMap(neighboursOf),
      'repo:stranger/repository:environment:prod',
    ]);
    const signedIn = (subject: string, audience = 'sts.amazonaws.com'): Principal => ({
      kind: 'federated',
      name: `${issuer} ${subject} in ${accountId}${audience === 'sts.amazonaws.com' ? '' : ` for ${audience}`}`,
      arn,
      policies: [],
      context: { [`${issuer}:sub`]: subject, [`${issuer}:aud`]: audience },
    });
    return [
      ...[...subjects].map((subject) => signedIn(subject)),
      // a token that was made for somebody else, who passes it on
      ...[...new Set(trusted)].map((subject) => signedIn(subject, 'another-service')),
    ];
  });
}

/** Subjects that a policy names for that provider; where it has a pattern, one that matches. */
function trustedSubjects(policies: readonly Policy[], arn: string, issuer: string): readonly string[] {
  return policies.flatMap(({ statements }) =>
    statements
      .filter(({ document: { Principal } }) =>
        Principal === undefined || Principal === '*' ? false : listOf(Principal['Federated']).includes(arn),
      )
      .flatMap(({ document: { Condition } }) => Object.values(Condition ?? {}))
      .flatMap((keys) => listOf(keys[`${issuer}:sub`]))
      .map((subject) => subject.replaceAll('*', 'any')),
  );
}

/**
 * Subjects that look like a trusted one and aren't: the same repository without the protected environment, another
 * environment, and a repository whose name only begins alike.
 */
function neighboursOf(subject: string): readonly string[] {
  const [, owner = '', repository = ''] = /^[a-z_]+:([^/:]+)\/([^:]+)/.exec(subject) ?? [];
  if (owner === '') return [];
  const name = `${owner}/${repository}`;
  return [
    `repo:${name}:ref:refs/heads/main`,
    `repo:${name}:pull_request`,
    `repo:${name}:environment:unprotected`,
    `repo:${name}-fork:environment:${subject.slice(subject.lastIndexOf(':') + 1)}`,
    `repo:stranger/${repository}:environment:${subject.slice(subject.lastIndexOf(':') + 1)}`,
  ];
}
