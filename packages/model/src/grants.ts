import { runtimeAccountName } from './account-names.ts';
import type { OrganizationDefinition } from './definition.ts';
import type { GrantedUse } from './grant-definition.ts';
import type { Organization } from './organization.ts';
import { isLocalRole, platformPath } from './platform-names.ts';
import type { Store } from './stores.ts';
import { workloadPath } from './workloads.ts';

/** Access from a role of one account to a store of another one. */
export interface Grant {
  readonly name: string;
  readonly from: {
    readonly unit: string;
    readonly phase: string;
    readonly account: string;
    readonly role: string;
    readonly rolePath: typeof workloadPath | typeof platformPath;
  };
  readonly to: Store;
  readonly what: GrantedUse;
  readonly reason: string;
  /** The day on which it ends, at 00:00 UTC; undefined where no exception bears it. */
  readonly until: string | undefined;
}

/** The grants of a definition whose stores exist; that nothing else is wrong with them is for `checkGrants` to say. */
export function grantsOf(
  { name: organization, grants = {}, exceptions = {} }: OrganizationDefinition,
  stores: readonly Store[],
): readonly Grant[] {
  return Object.entries(grants).flatMap(([name, { from, to, what, reason }]) => {
    const store = stores.find((each) => each.unit === to.unit && each.phase === to.phase && each.name === to.store);
    if (store === undefined) return [];
    const account = runtimeAccountName(organization, from.unit, from.phase);
    const rolePath = isLocalRole(from.role) ? platformPath : workloadPath;
    const exception = Object.values(exceptions).find(({ of }) => 'grant' in of && of.grant === name);
    return [{ name, from: { ...from, account, rolePath }, to: store, what, reason, until: exception?.until }];
  });
}

/** What roles of an account are granted elsewhere. */
export function grantsFrom(
  { grants }: Pick<Organization, 'grants'>,
  account: { readonly name: string },
): readonly Grant[] {
  return grants.filter(({ from }) => from.account === account.name);
}

/** What is granted to others in an account. */
export function grantsTo(
  { grants }: Pick<Organization, 'grants'>,
  account: { readonly name: string },
): readonly Grant[] {
  return grants.filter(({ to }) => to.account === account.name);
}

/**
 * The role that a grant is for: `arn:aws:iam::123456789012:role/workload/loader`.
 *
 * @param accountId of the account that the grant comes from
 */
export function granteeArn({ from }: Pick<Grant, 'from'>, accountId: string): string {
  return `arn:aws:iam::${accountId}:role${from.rolePath}${from.role}`;
}
