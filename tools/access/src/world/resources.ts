import { matchesPattern } from '../policy/matches-pattern.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { exampleResources } from './example-resources.ts';
import { findingsOf } from './findings-of.ts';
import type { InsidePrincipal } from './inside-principal.ts';
import { namedObjects, s3ArnsNamedIn } from './named-objects.ts';
import { openResources, openedResource, openedRole } from './open-resources.ts';
import { isReserved } from './permission-set-roles.ts';
import type { Account, Resource } from './world.ts';

/** Everything that can be asked about: what the Terraform makes, what lies in it, roles and users, and examples. */
export function resourcesIn(
  findings: readonly Finding[],
  accounts: readonly Account[],
  inside: readonly InsidePrincipal[],
): readonly Resource[] {
  const policiesOn = policyIndex(findings);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const aliases = new Map<string, readonly string[]>();
  for (const { keyArn, alias } of findingsOf(findings, 'key-alias')) {
    aliases.set(keyArn, [...(aliases.get(keyArn) ?? []), alias]);
  }
  const written = findingsOf(findings, 'resource').flatMap(({ arn, accountId, kind, name, tags }) => {
    const account = byId.get(accountId);
    if (!account) return [];
    const known = aliases.get(arn);
    return [
      {
        ...{ arn, kind, name: `${account.name}/${name}`, account, policies: [], tags, example: false },
        ...(known && { aliases: known }),
      },
    ];
  });
  const namedArns = s3ArnsNamedIn(findings);
  const groups = findingsOf(findings, 'identity').flatMap(({ identity, arn }): readonly Resource[] => {
    const account = byId.get(identity.accountId);
    if (identity.kind !== 'group' || !account) return [];
    const path = arn.slice(arn.indexOf(':group/') + ':group/'.length);
    return [{ arn, kind: 'group', name: `${account.name}/${path}`, account, policies: [], tags: {}, example: false }];
  });
  const others = [
    ...written,
    ...written.flatMap(contentsOf),
    ...written.filter(({ kind }) => kind === 'bucket').flatMap((bucket) => namedObjects(bucket, namedArns)),
    ...groups,
    ...accounts.flatMap((each) => [...exampleResources(each), ...openResources(each)]),
  ];
  return [
    ...others.map((each): Resource => ({
      ...each,
      policies: [...each.policies, ...policiesOn(each.kind === 'organization' ? each.kind : each.arn)],
    })),
    ...others.flatMap(openedResource),
    ...inside.flatMap((each) => [...identityResource(each), ...openedRole(each)]),
  ];
}

/** What lies in a resource and is under the same policy. */
function contentsOf(resource: Resource): readonly Resource[] {
  const inside = (kind: string, separator: string): Resource => ({
    ...resource,
    kind,
    arn: `${resource.arn}${separator}example`,
    name: `${resource.name}/example`,
  });
  if (resource.kind === 'bucket') return [inside('object', '/')];
  if (resource.kind === 'log-group') return [inside('log-stream', ':log-stream:')];
  return [];
}

function identityResource({ kind, arn, name, account, trust }: InsidePrincipal): readonly Resource[] {
  if (kind !== 'role' && kind !== 'user') return [];
  const reserved = isReserved(arn);
  return [
    { arn, kind: reserved ? 'reserved-role' : kind, name, account, policies: trust ? [trust] : [], example: false },
  ];
}

/** The policies on an ARN: its own, those of what it lies in, and those written for a pattern. */
function policyIndex(findings: readonly Finding[]): (arn: string) => readonly Policy[] {
  const exact = new Map<string, Policy[]>();
  const patterns: { readonly arn: string; readonly policy: Policy }[] = [];
  for (const { arn, policy } of findingsOf(findings, 'resource-policy')) {
    if (arn.includes('*')) patterns.push({ arn, policy });
    else exact.set(arn, [...(exact.get(arn) ?? []), policy]);
  }
  return (arn) => [
    ...(exact.get(arn) ?? []),
    ...(arn.startsWith('arn:aws:s3:::') && arn.includes('/') ? (exact.get(arn.slice(0, arn.indexOf('/'))) ?? []) : []),
    ...patterns.filter((each) => matchesPattern(each.arn, arn)).map(({ policy }) => policy),
  ];
}
