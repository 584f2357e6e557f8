import { type Organization, accountsOf, organizationalUnitsOf } from '@bulkhead/model';
import type { StatementPolicyType } from './policy-type.ts';

/** What a policy is attached to, by name: ids are chosen by AWS and come later. */
export type Target =
  | { readonly kind: 'root' }
  /** `Runtime/Dev`, a path from the root. */
  | { readonly kind: 'organizational-unit'; readonly path: string }
  | { readonly kind: 'account'; readonly name: string };

/** Everything in an organization that a policy can be attached to: the root, then units, then accounts. */
export function targetsOf(organization: Organization): readonly Target[] {
  return [
    { kind: 'root' },
    ...organizationalUnitsOf(organization).map((path): Target => ({ kind: 'organizational-unit', path })),
    ...accountsOf(organization).map(({ name }): Target => ({ kind: 'account', name })),
  ];
}

/** `root`, `Runtime/Dev`, `acme-retail-dev`. */
export function targetName(target: Target): string {
  return target.kind === 'root' ? 'root' : target.kind === 'account' ? target.name : target.path;
}

/** How the names of all policies of a type begin: `acme`, `acme-rcp`. */
export const namesStart = (organization: string, type: StatementPolicyType) =>
  type === 'RESOURCE_CONTROL_POLICY' ? `${organization}-rcp` : organization;

/**
 * First part of the names of a target's policies: `acme-root`, `acme-runtime-dev`, `acme-account-retail-dev`,
 * `acme-rcp-root` for those of resources.
 *
 * Units begin with `enterprise`, `runtime` or `suspended`, so no name of one kind or type is also another's, or that of a
 * policy that several targets share.
 */
export function policyNameStem(organization: string, target: Target, type: StatementPolicyType): string {
  const start = namesStart(organization, type);
  if (target.kind !== 'account') return `${start}-${targetName(target).toLowerCase().replaceAll('/', '-')}`;
  const prefix = `${organization}-`;
  const ownPart = target.name.startsWith(prefix) ? target.name.slice(prefix.length) : target.name;
  return `${start}-account-${ownPart}`;
}

const kinds = ['root', 'organizational-unit', 'account'] as const;

/** Orders targets from the root down, then by name. */
export function compareTargets(a: Target, b: Target): number {
  const byKind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  const [nameOfA, nameOfB] = [targetName(a), targetName(b)];
  return nameOfA < nameOfB ? -1 : nameOfA > nameOfB ? 1 : 0;
}
