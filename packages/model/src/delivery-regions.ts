import type { BusinessUnit, Organization } from './organization.ts';

/**
 * Home of a delivery account, and where it holds images every other Region in which accounts work that it serves: an
 * account away from home can pull nowhere else, and functions take images from their own Region only.
 *
 * @param owner the unit whose own account it is; nothing for the account that units share
 */
export function deliveryRegions(
  { regions, enterprise, businessUnits }: Organization,
  owner?: BusinessUnit,
): readonly [home: string, ...further: string[]] {
  const served = owner ? [owner] : businessUnits.filter(({ delivery }) => delivery !== 'own');
  const [home] = (owner ?? { regions }).regions;
  const images = [...(owner ? [] : enterprise.images), ...served.flatMap((unit) => unit.images)];
  if (images.length === 0) return [home];
  const active = served.flatMap(({ phases }) => phases.filter(({ life }) => life === 'active'));
  const used = new Set(active.flatMap(({ rules }) => rules.regions));
  return [home, ...regions.filter((region) => region !== home && used.has(region))];
}
