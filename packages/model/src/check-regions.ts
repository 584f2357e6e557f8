import type { Draft } from './draft.ts';
import { type Path, type Problem, listedTwice, problemAt } from './problem.ts';
import { isAwsRegion, isOptInRegion, nearestRegion } from './regions.ts';

/** Checks that Regions exist, stand once in a list, and are among those of the organization. */
export function checkRegions({ regions, phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const ofOrganization = [regions?.home, ...(regions?.further ?? [])];
  const allowed = new Set(ofOrganization.filter((region) => region !== undefined));
  const lists: readonly (readonly [Path, readonly (string | undefined)[] | undefined])[] = [
    ...Object.entries(phases).map(([phase, each]) => [['phases', phase, 'regions'], each?.regions] as const),
    ...Object.entries(businessUnits).flatMap(([unit, each]) => [
      [['businessUnits', unit, 'regions'], each?.regions] as const,
      ...Object.entries(each?.overrides ?? {}).map(
        ([phase, settings]) => [['businessUnits', unit, 'overrides', phase, 'regions'], settings?.regions] as const,
      ),
    ]),
  ];
  return [
    ...checkHome(regions?.home),
    ...ofOrganization.flatMap((region, index) =>
      checkRegion(region, index === 0 ? ['regions', 'home'] : ['regions', 'further', index - 1], ofOrganization, index),
    ),
    ...lists.flatMap(([path, list = []]) =>
      list.flatMap((region, index) => checkRegion(region, [...path, index], list, index, allowed)),
    ),
  ];
}

/** A new account has no other Regions, and the management account is worked in at home before anything enables one. */
function checkHome(home: string | undefined): readonly Problem[] {
  if (home === undefined || !isOptInRegion(home)) return [];
  const rule = 'must be a Region that AWS has on by default, where accounts are set up: name this one under further';
  return [problemAt(['regions', 'home'], rule, home)];
}

function checkRegion(
  region: string | undefined,
  path: Path,
  list: readonly (string | undefined)[],
  index: number,
  allowed?: ReadonlySet<string>,
): readonly Problem[] {
  if (region === undefined) return [];
  if (!isAwsRegion(region)) {
    const near = nearestRegion(region);
    return [problemAt(path, 'must be an AWS Region', region, near && `'${near}'`)];
  }
  if (list.indexOf(region) < index) return [problemAt(path, listedTwice, region)];
  if (allowed && allowed.size > 0 && !allowed.has(region)) {
    return [problemAt(path, `must be a Region of the organization: ${[...allowed].join(', ')}`, region)];
  }
  return [];
}
