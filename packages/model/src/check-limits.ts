import type { Draft } from './draft.ts';
import { findVcpu, nearestInstanceType } from './instance-types.ts';
import { type Path, type Problem, listedTwice, problemAt } from './problem.ts';
import { findQuotaPool } from './quota-pools.ts';

type Settings = NonNullable<NonNullable<Draft['phases']>[string]>;
type Cap = NonNullable<Settings['limits']>[number];

/** Checks instance types and caps. Two caps that draw on one quota pool add up, and are no problem. */
export function checkLimits(draft: Draft): readonly Problem[] {
  const { phases = {}, businessUnits = {} } = draft;
  return [
    ...Object.entries(phases).flatMap(([phase, settings]) => checkSettings(['phases', phase], settings)),
    ...Object.entries(businessUnits).flatMap(([unit, each]) =>
      Object.entries(each?.overrides ?? {}).flatMap(([phase, settings]) =>
        checkSettings(['businessUnits', unit, 'overrides', phase], settings),
      ),
    ),
  ];
}

function checkSettings(path: Path, settings: Settings | undefined): readonly Problem[] {
  const { limits = [], instanceTypes: allowed } = settings ?? {};
  const types = limits.map((limit) => limit?.instanceType);
  return [
    ...limits.flatMap((limit, index) => {
      if (limit?.instanceType === undefined) return [];
      const at = [...path, 'limits', index, 'instanceType'];
      const type = limit.instanceType;
      const missing = checkType(at, type);
      if (missing.length > 0) return missing;
      if (!findQuotaPool(type)) {
        return [problemAt(at, 'Mac types run on Dedicated Hosts and count in no vCPU quota, leave the cap out', type)];
      }
      if (types.indexOf(type) < index) return [problemAt(at, 'the type has a cap already in this list', type)];
      return allowed && !allowed.includes(type)
        ? [problemAt(at, 'has a cap but is not among the instanceTypes that may be launched', type)]
        : [];
    }),
    ...limits.flatMap((limit, index) => checkShares([...path, 'limits', index, 'perRegion'], limit)),
    ...(allowed ?? []).flatMap((type, index, list) => {
      if (type === undefined) return [];
      const at = [...path, 'instanceTypes', index];
      return list.indexOf(type) < index ? [problemAt(at, listedTwice, type)] : checkType(at, type);
    }),
  ];
}

function checkType(path: Path, type: string): readonly Problem[] {
  if (findVcpu(type) !== undefined) return [];
  const near = nearestInstanceType(type);
  return [problemAt(path, 'must be an EC2 instance type that exists', type, near && `'${near}'`)];
}

function checkShares(path: Path, limit: Cap): readonly Problem[] {
  const { atMost, perRegion } = limit ?? {};
  if (atMost === undefined || perRegion === undefined) return [];
  const shares = Object.values(perRegion).filter((share) => share !== undefined);
  if (shares.length < Object.keys(perRegion).length) return [];
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum === atMost ? [] : [problemAt(path, `must add up to the cap of ${atMost}, it makes ${sum}`, perRegion)];
}
