import { type Grant, storeResourceName } from '@bulkhead/model';
import { grantedActions, viaServiceOf } from '../paths/granted-actions.ts';
import type { Context, World } from '../world/world.ts';
import type { AccountPattern } from './promise.ts';

/** A store that something is granted on, with all of its grants. */
export interface GrantedStore {
  /** As a sentence says it: `orders of acme-retail-prod (read-data)`. */
  readonly called: string;
  readonly in: AccountPattern;
  /** Of the store, what is in it and its key. */
  readonly names: readonly string[];
  /** Accounts whose role is let in. */
  readonly to: readonly { readonly role: string; readonly in: AccountPattern; readonly until?: string }[];
  /** What is granted, by kind of resource. */
  readonly granted: Readonly<Record<string, readonly string[]>>;
  readonly keyUse: readonly string[];
  /** Service that uses the key in the role's name, and the alias of the key. */
  readonly key: Context;
}

/** The stores of grants, one for each use of each: two grants of the same use stand together. */
export function grantedStores(grants: readonly Grant[], world: World): readonly GrantedStore[] {
  const byUse = new Map<string, readonly Grant[]>();
  for (const grant of grants) {
    const use = `${grant.to.account} ${grant.to.name} ${grant.what}`;
    byUse.set(use, [...(byUse.get(use) ?? []), grant]);
  }
  return [...byUse.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { to, what } = first;
    const { on, key } = grantedActions(to.kind, what);
    return [
      {
        called: `${to.name} of ${to.account} (${what})`,
        in: { Account: to.account },
        names: namesOf(first, world),
        to: alike.map(({ from, until }) => ({
          role: `${from.rolePath.slice(1)}${from.role}`,
          in: { Account: from.account },
          ...(until !== undefined && { until }),
        })),
        granted: on,
        keyUse: key,
        key: {
          ...(what !== 'use-key' && { 'kms:ViaService': viaServiceOf(to) }),
          'kms:ResourceAliases': [`alias/store/${to.name}`],
        },
      },
    ];
  });
}

/** Names in the world of a grant's store, without its account. A key is called as Terraform calls it. */
export function namesOf({ to }: Grant, { accounts }: Pick<World, 'accounts'>): readonly string[] {
  const id = accounts.find(({ name }) => name === to.account)?.id ?? '';
  const name = storeResourceName(to, id);
  return [name, `${name}/*`, `store-${to.name}_key_*`];
}

/** The same with the account: `acme-retail-prod/events`. */
export const placesOf = (grant: Grant, world: Pick<World, 'accounts'>): readonly string[] =>
  namesOf(grant, world).map((name) => `${grant.to.account}/${name}`);
