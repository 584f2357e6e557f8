import { matchesPattern } from '../policy/matches-pattern.ts';
import type { Account, Principal, Resource } from '../world/world.ts';
import type { AccountPattern, Patterns, PrincipalPattern, ResourcePattern } from './promise.ts';

/** Whether a text matches: at least one pattern, if there is one that doesn't exclude, and none that excludes. */
export function matchesPatterns(patterns: Patterns | undefined, text: string): boolean {
  const all = patterns === undefined ? [] : [patterns].flat();
  const excluding = all.filter((each) => each.startsWith('!'));
  const including = all.filter((each) => !each.startsWith('!'));
  return (
    (including.length === 0 || including.some((pattern) => matchesPattern(pattern, text))) &&
    !excluding.some((pattern) => matchesPattern(pattern.slice(1), text))
  );
}

export const matchesAccount = (pattern: AccountPattern | undefined, { name, tags }: Account): boolean =>
  Object.entries(pattern ?? {}).every(([key, patterns]) =>
    matchesPatterns(patterns, key === 'Account' ? name : (tags[key] ?? '')),
  );

/** A principal outside of the organization is in no account, so that a pattern of accounts leaves it out. */
export const matchesPrincipal = (pattern: PrincipalPattern, { kind, name, account }: Principal): boolean =>
  pattern.kinds.includes(kind) &&
  matchesPatterns(pattern.names, account ? withoutAccount(name) : name) &&
  (pattern.in === undefined || (account !== undefined && matchesAccount(pattern.in, account)));

/** Whether a resource matches, apart from where it is compared with a principal. */
export const matchesResource = (pattern: ResourcePattern, { kind, name, arn, account, example }: Resource): boolean =>
  matchesPatterns(pattern.kinds, kind) &&
  (!example || pattern.examples !== false) &&
  matchesPatterns(pattern.names, withoutAccount(name)) &&
  matchesPatterns(pattern.places, name) &&
  matchesPatterns(pattern.regions, regionOf(arn)) &&
  matchesAccount(pattern.in, account);

export function standsWhere(where: ResourcePattern['where'], principal: Principal, resource: Resource): boolean {
  const { account } = principal;
  switch (where) {
    case undefined:
      return true;
    case 'self':
      return principal.arn === resource.arn;
    case 'somebody else':
      return principal.arn !== resource.arn;
    case 'own account':
      return account?.id === resource.account.id;
    case 'other account':
      return account?.id !== resource.account.id;
    case 'other unit':
      return account?.tags['BusinessUnit'] !== resource.account.tags['BusinessUnit'];
    case 'own Regions':
      return account?.regions.includes(regionOf(resource.arn)) === true;
  }
}

/** Empty where an ARN names none, as that of a bucket. */
const regionOf = (arn: string) => arn.split(':')[3] ?? '';

/** `bulkhead/deployer` of `acme-retail-dev/bulkhead/deployer`. */
export const withoutAccount = (name: string) => name.slice(name.indexOf('/') + 1);
