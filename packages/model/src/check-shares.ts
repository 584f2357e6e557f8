import type { Organization } from './organization.ts';
import { type Problem, problemAt } from './problem.ts';

/** Checks that caps shared out by hand name Regions in which the account runs. Needs every default filled in. */
export function checkShares({ businessUnits }: Organization): readonly Problem[] {
  return businessUnits.flatMap((unit) =>
    unit.phases.flatMap(({ name, rules }) =>
      rules.limits.flatMap(({ instanceType, perRegion }) =>
        Object.keys(perRegion ?? {})
          .filter((region) => !rules.regions.includes(region))
          .map((region) =>
            problemAt(
              ['businessUnits', unit.name, 'phases', name],
              `the cap on ${instanceType} has a share for a Region in which the account does not run, ` +
                `it runs in ${rules.regions.join(', ')}`,
              region,
            ),
          ),
      ),
    ),
  );
}
