import { listOf, type Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { findingsOf } from './findings-of.ts';
import type { Principal } from './world.ts';

/** Whom an identity provider signs in: everybody that it serves, not only those whom somebody here had in mind. */
export function federatedPrincipals(findings: readonly Finding[], policies: readonly Policy[]): readonly Principal[] {
  return findingsOf(findings, 'identity-provider').flatMap(({ arn, issuer, accountId }) => {
    const trusted = trustedClaims(policies, arn, `${issuer}:sub`);
    const [audience = 'sts.amazonaws.com'] = trustedClaims(policies, arn, `${issuer}:aud`);
    const subjects = new Set([...trusted, ...trusted.flatMap(neighboursOf)]);
    const signedIn = (subject: string, meantFor = audience): Principal => ({
      kind: 'federated',
      name: `${issuer} ${subject} in ${accountId}${meantFor === audience ? '' : ` for ${meantFor}`}`,
      arn,
      policies: [],
      context: { [`${issuer}:sub`]: subject, [`${issuer}:aud`]: meantFor },
    });
    return [
      ...[...subjects].map((subject) => signedIn(subject)),
      // a token that was made for somebody else, who passes it on
      ...[...new Set(trusted)].map((subject) => signedIn(subject, 'another-service')),
    ];
  });
}

/** Values of a claim that policies name for that provider; where they have a pattern, one that matches. */
function trustedClaims(policies: readonly Policy[], arn: string, claim: string): readonly string[] {
  return policies.flatMap(({ statements }) =>
    statements
      .filter(({ document: { Principal } }) =>
        Principal === undefined || Principal === '*' ? false : listOf(Principal['Federated']).includes(arn),
      )
      .flatMap(({ document: { Condition } }) => Object.values(Condition ?? {}))
      .flatMap((keys) => listOf(keys[claim]))
      .map((value) => value.replaceAll('*', 'any')),
  );
}

/**
 * Subjects that look like a trusted one and aren't: the same repository without the protected environment or branch,
 * another one of them, and a repository whose name only begins alike.
 */
function neighboursOf(subject: string): readonly string[] {
  const last = subject.slice(subject.lastIndexOf(':') + 1);
  const [, github] = /^repo:([^:]+):/.exec(subject) ?? [];
  if (github !== undefined) {
    return [
      `repo:${github}:ref:refs/heads/main`,
      `repo:${github}:pull_request`,
      `repo:${github}:environment:unprotected`,
      `repo:${github}-fork:environment:${last}`,
      `repo:stranger/${github.split('/')[1] ?? ''}:environment:${last}`,
    ];
  }
  const [, gitlab] = /^project_path:([^:]+):/.exec(subject) ?? [];
  if (gitlab === undefined) return [];
  return [
    `project_path:${gitlab}:ref_type:branch:ref:unprotected`,
    `project_path:${gitlab}:ref_type:tag:ref:${last}`,
    `project_path:${gitlab}-fork:ref_type:branch:ref:${last}`,
    `project_path:stranger/${gitlab.split('/')[1] ?? ''}:ref_type:branch:ref:${last}`,
  ];
}
