import { type DefinitionChange, type Grant, type Organization, runtimeAccountsOf } from '@bulkhead/model';

/** Access that an account which stays has to a store that would go. */
export interface HeldGrant {
  readonly grant: string;
  readonly role: string;
  /** The account of the role. */
  readonly from: string;
  readonly store: string;
  /** The account of the store. */
  readonly to: string;
}

/** Runtime accounts of the units and phases that changes name to be removed. */
export function removedBy(before: Organization, changes: readonly DefinitionChange[]): readonly string[] {
  return runtimeAccountsOf(before)
    .filter(({ unit, phase }) =>
      changes.some(
        (change) =>
          change.kind === 'remove' &&
          'unit' in change &&
          change.unit === unit &&
          (change.phases?.includes(phase) ?? true),
      ),
    )
    .map(({ name }) => name);
}

/** Grants on stores of removed accounts that others hold, and that no change takes away. */
export function heldBy(
  { grants }: Pick<Organization, 'grants'>,
  changes: readonly DefinitionChange[],
  removed: readonly string[],
): readonly HeldGrant[] {
  const taken = (name: string) =>
    changes.some((change) => change.kind === 'remove' && 'path' in change && isWithin(change.path, name));
  return grants
    .filter(({ name, from, to }) => removed.includes(to.account) && !removed.includes(from.account) && !taken(name))
    .map(({ name, from, to }: Grant) => ({
      grant: name,
      role: from.role,
      from: from.account,
      store: to.name,
      to: to.account,
    }));
}

const isWithin = (path: string, grant: string) => path === 'grants' || path === `grants.${grant}`;
