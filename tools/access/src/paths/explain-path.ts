import type { Grant } from '@bulkhead/model';
import { matchesPattern } from '../policy/matches-pattern.ts';
import { matchesPrincipal, matchesResource } from '../promises/matching.ts';
import type { Patterns, ResourcePattern } from '../promises/promise.ts';
import type { Principal } from '../world/world.ts';
import type { CrossAccountPath } from './cross-account-paths.ts';
import { grantedActions } from './granted-actions.ts';
import { isGrantee, partOfStore } from './granted-resources.ts';
import { type PlatformPath, platformPaths } from './platform-paths.ts';

/** Why a path is there: somebody declared it, or the platform makes it in every organization. */
export type Explanation =
  { readonly by: 'grant'; readonly grant: Grant } | { readonly by: 'platform'; readonly path: PlatformPath };

/** Undefined for a path that nobody declared. */
export function explainPath(path: CrossAccountPath, grants: readonly Grant[]): Explanation | undefined {
  const grant = grants.find((each) => isGranted(path, each));
  if (grant) return { by: 'grant', grant };
  const platform = platformPaths.find((each) => isPlatforms(path, each));
  return platform && { by: 'platform', path: platform };
}

function isGranted({ question: { principal, action, resource } }: CrossAccountPath, grant: Grant): boolean {
  if (!isGrantee(grant, principal)) return false;
  const part = partOfStore(grant, resource);
  const { on, key } = grantedActions(grant.to.kind, grant.what);
  const allowed = part === 'key' ? key : part === 'store' ? on[resource.kind] : undefined;
  return allowed?.includes(action) ?? false;
}

function isPlatforms({ question }: CrossAccountPath, { from, does, to }: PlatformPath): boolean {
  const principal = asItself(question.principal);
  const unit = principal.account?.tags['BusinessUnit'] ?? '';
  return (
    does.some((pattern) => matchesPattern(pattern, question.action)) &&
    matchesPrincipal(from, principal) &&
    matchesResource(toOfUnit(to, unit), question.resource)
  );
}

/** A role with every right is known by the name of that role. */
const asItself = (principal: Principal): Principal => ({
  ...principal,
  name: principal.name.replace(/, whatever it is allowed$/, ''),
});

const toOfUnit = ({ names, in: account, ...to }: ResourcePattern, unit: string): ResourcePattern => ({
  ...to,
  ...(names !== undefined && { names: ofUnit(names, unit) }),
  ...(account && {
    in: {
      ...account,
      ...(account.BusinessUnit !== undefined && { BusinessUnit: ofUnit(account.BusinessUnit, unit) }),
    },
  }),
});

const ofUnit = (patterns: Patterns, unit: string): Patterns =>
  [patterns].flat().map((each) => each.replaceAll('{unit}', unit));
