import { type PropertyChange, changedProperties } from './change.ts';
import type { Exception } from './exceptions.ts';
import type { Grant } from './grants.ts';
import type { Organization } from './organization.ts';
import type { Store } from './stores.ts';
import type { Workload } from './workloads.ts';

/** A store or workload of an account that comes, goes or changes: `store orders`. */
export interface PlacedChange extends PropertyChange {
  readonly account: string;
}

/** A part of a grant or an exception that changes. One that comes or goes brings or takes all of its parts. */
export interface NamedChange extends PropertyChange {
  readonly name: string;
}

/** Stores and workloads of accounts, by account. */
export function placedChanges(before: Organization, after: Organization): readonly PlacedChange[] {
  const accounts = [...new Set([...placesOf(after).keys(), ...placesOf(before).keys()])];
  return accounts.flatMap((account) =>
    changedProperties(placesOf(before).get(account) ?? new Map(), placesOf(after).get(account) ?? new Map()).map(
      (change) => ({ account, ...change }),
    ),
  );
}

export function grantChanges(before: Organization, after: Organization): readonly NamedChange[] {
  return namedChanges(before.grants, after.grants, partsOfGrant);
}

export function exceptionChanges(before: Organization, after: Organization): readonly NamedChange[] {
  return namedChanges(before.exceptions, after.exceptions, partsOfException);
}

type Places = ReadonlyMap<string, ReadonlyMap<string, string>>;

function placesOf({ stores, workloads }: Organization): Places {
  const places = new Map<string, Map<string, string>>();
  const add = ({ account }: Store | Workload, property: string, value: string) => {
    places.set(account, (places.get(account) ?? new Map<string, string>()).set(property, value));
  };
  for (const store of stores) add(store, `store ${store.name}`, `${store.kind}, ${store.data}`);
  for (const workload of workloads) add(workload, `workload ${workload.name}`, workload.runsOn);
  return places;
}

function namedChanges<Item extends { readonly name: string }>(
  before: readonly Item[],
  after: readonly Item[],
  partsOf: (item: Item) => ReadonlyMap<string, string>,
): readonly NamedChange[] {
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  const partsIn = (items: readonly Item[], name: string) => {
    const item = items.find((each) => each.name === name);
    return item ? partsOf(item) : new Map<string, string>();
  };
  return names.flatMap((name) =>
    changedProperties(partsIn(before, name), partsIn(after, name)).map((change) => ({ name, ...change })),
  );
}

const partsOfGrant = ({ from, to, what, reason, until }: Grant) =>
  new Map([
    ['from', `${from.role} in ${from.account}`],
    ['to', `${to.name} in ${to.account}`],
    ['what', what],
    ['reason', reason],
    ...(until === undefined ? [] : [['until', until] as const]),
  ]);

const partsOfException = ({ of, owner, reason, until }: Exception) =>
  new Map([
    ['of', 'grant' in of ? `grant ${of.grant}` : `${of.allows} in ${of.unit} ${of.phase}`],
    ['owner', owner],
    ['reason', reason],
    ['until', until],
  ]);
