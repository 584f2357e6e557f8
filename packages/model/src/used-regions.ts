import type { Organization } from './organization.ts';

/** The home Region and every other one that an account uses, in the organization's order: telemetry arrives there. */
export function usedRegions({
  regions: [home, ...further],
  businessUnits,
}: Organization): readonly [home: string, ...further: string[]] {
  const used = new Set(
    businessUnits.flatMap((unit) => [unit.regions[0], ...unit.phases.flatMap(({ rules }) => rules.regions)]),
  );
  return [home, ...further.filter((region) => used.has(region))];
}
