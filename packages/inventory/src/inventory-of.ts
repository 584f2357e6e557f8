import {
  type Account,
  type DataClass,
  type Lock,
  type Organization,
  accountsOf,
  dataClasses,
  enterpriseUnit,
} from '@bulkhead/model';
import type { RecordedStore } from './store-directory.ts';
import { findStoreType } from './store-types.ts';

/**
 * What a store's tag `DataClass` says.
 *
 * - `within`: a class that its account may hold
 * - `above`: a class that its account must not hold
 * - `untagged`: nothing, so nobody knows what it holds
 * - `no-class`: something that is no class
 * - `not-told`: AWS Config tells no tags of this type
 */
export const classStandings = ['above', 'untagged', 'no-class', 'not-told', 'within'] as const;
export type ClassStanding = (typeof classStandings)[number];

/** A store beside the account in which it stands. */
export interface InventoryRow extends RecordedStore {
  /** Undefined where the account is none of the definition. */
  readonly unit: string | undefined;
  readonly phase: string | undefined;
  readonly account: string | undefined;
  /** What the account may hold at most; undefined where the definition does not say. */
  readonly accountClass: DataClass | undefined;
  /** In the words of a definition: bucket, table, queue. */
  readonly kind: string;
  readonly standing: ClassStanding;
}

export interface Inventory {
  readonly organization: string;
  /** The enterprise first, then units and phases as they are defined, then accounts that are not; by name. */
  readonly stores: readonly InventoryRow[];
  /** Accounts of the definition of which nothing is recorded: what is in them is not seen. */
  readonly unseen: readonly string[];
}

/** What is recorded: stores, and the ids of accounts of which anything is. */
export interface Recorded {
  readonly stores: readonly RecordedStore[];
  readonly accountIds: readonly string[];
}

/** Stores as they were recorded, beside what the definition says of their accounts. */
export function inventoryOf(organization: Organization, lock: Lock, { stores, accountIds }: Recorded): Inventory {
  const accounts = accountsOf(organization);
  const idOf = ({ name }: Account) => lock.accounts?.[name]?.id;
  const byId = new Map(accounts.map((account) => [idOf(account), account]));
  const order = new Map(inOrder(organization, accounts).map((account, at) => [account.name, at]));
  const last = order.size;
  const isManagement = (id: string) => id === lock.organization?.managementAccountId;
  const rows = stores.map((store) => rowOf(store, byId.get(store.accountId), isManagement(store.accountId)));
  const placeOf = ({ account = '' }: InventoryRow) => order.get(account) ?? (account === '' ? last + 1 : last);
  return {
    organization: organization.name,
    stores: rows.sort((a, b) => placeOf(a) - placeOf(b) || compareText(keyOf(a), keyOf(b))),
    unseen: accounts.filter((account) => !accountIds.includes(idOf(account) ?? '')).map(({ name }) => name),
  };
}

function rowOf(store: RecordedStore, account: Account | undefined, isManagement: boolean): InventoryRow {
  const type = findStoreType(store.type);
  const common = { ...store, kind: type?.kind ?? store.type, accountClass: account?.dataClass };
  const standing = standingOf(store, account?.dataClass);
  if (isManagement) return { ...common, unit: enterpriseUnit, phase: 'management', account: 'management', standing };
  return { ...common, unit: account?.unit, phase: account?.phase, account: account?.name, standing };
}

function standingOf({ dataClass, type }: RecordedStore, most: DataClass | undefined): ClassStanding {
  if (dataClass === undefined) return findStoreType(type)?.tellsTags === false ? 'not-told' : 'untagged';
  const rank = (dataClasses as readonly string[]).indexOf(dataClass);
  if (rank < 0) return 'no-class';
  return most !== undefined && rank > dataClasses.indexOf(most) ? 'above' : 'within';
}

function inOrder({ businessUnits }: Organization, accounts: readonly Account[]): readonly Account[] {
  const units = [enterpriseUnit, ...businessUnits.map(({ name }) => name)];
  return units.flatMap((unit) => accounts.filter((account) => account.unit === unit));
}

const keyOf = ({ accountId, kind, name, region }: InventoryRow) => [accountId, kind, name, region].join(' ');
const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
