import type { Organization } from './organization.ts';

/** Where the accounts that exist once stand. */
export const enterpriseOrganizationalUnit = 'Enterprise';
/** Parent of the phases. */
export const runtimeOrganizationalUnit = 'Runtime';
/** Where an account waits to be closed; everything but support and billing is denied there. */
export const suspendedOrganizationalUnit = 'Suspended';

/** `Runtime/Dev`: the organizational unit of a phase's accounts, as a path from the root. */
export function phaseOrganizationalUnit(phase: string): string {
  return `${runtimeOrganizationalUnit}/${phase.charAt(0).toUpperCase()}${phase.slice(1)}`;
}

/** Every organizational unit as a path from the root, parents before children. */
export function organizationalUnitsOf({ phases }: Organization): readonly string[] {
  return [
    enterpriseOrganizationalUnit,
    runtimeOrganizationalUnit,
    ...phases.map(({ name }) => phaseOrganizationalUnit(name)),
    suspendedOrganizationalUnit,
  ];
}
