import {
  type Account,
  type DataClass,
  type Lock,
  type Organization,
  type Store,
  accountsOf,
  dataClasses,
  enterpriseUnit,
  isAbove,
  isClosing,
  mostSensitiveIn,
  reportedAccountsOf,
} from '@bulkhead/model';
import { isRecorded } from './is-recorded.ts';
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
  /** What the account may hold at most, by an exception too; undefined where the definition does not say. */
  readonly accountClass: DataClass | undefined;
  /** In the words of a definition: bucket, table, queue. */
  readonly kind: string;
  readonly standing: ClassStanding;
}

export interface Inventory {
  readonly organization: string;
  /** The enterprise first, then units and phases as they are defined, then accounts that are not; by name. */
  readonly stores: readonly InventoryRow[];
  /** Stores of the definition that AWS Config has not recorded, though it records their account. */
  readonly missing: readonly Store[];
  /** Accounts in use, also the management account, of which nothing is recorded: what is in them is not seen. */
  readonly unseen: readonly string[];
}

/** What is recorded: stores, and the ids of accounts of which anything is. */
export interface Recorded {
  readonly stores: readonly RecordedStore[];
  readonly accountIds: readonly string[];
}

/** Stores as they were recorded, beside what the definition says of their accounts. */
export function inventoryOf(organization: Organization, lock: Lock, { stores, accountIds }: Recorded): Inventory {
  const accounts = inOrder(organization, reportedAccountsOf(organization));
  const idOf = (name: string) =>
    name === managementAccount ? lock.organization?.managementAccountId : lock.accounts?.[name]?.id;
  const byId = new Map(accounts.map((account) => [idOf(account.name), account]));
  const places = new Map([managementAccount, ...accounts.map(({ name }) => name)].map((name, at) => [idOf(name), at]));
  const placeOf = ({ accountId }: InventoryRow) => places.get(accountId) ?? places.size;
  const rows = stores.map((store): InventoryRow => {
    const account = byId.get(store.accountId);
    const accountClass = account && mostSensitiveIn(organization, account);
    const common = { ...store, kind: kindOf(store), accountClass, standing: standingOf(store, accountClass) };
    return store.accountId === idOf(managementAccount)
      ? { ...common, unit: enterpriseUnit, phase: managementAccount, account: managementAccount }
      : { ...common, unit: account?.unit, phase: account?.phase, account: account?.name };
  });
  const isSeen = (name: string) => accountIds.includes(idOf(name) ?? '');
  return {
    organization: organization.name,
    stores: rows.sort((a, b) => placeOf(a) - placeOf(b) || compareText(keyOf(a), keyOf(b))),
    missing: organization.stores.filter(
      (store) => isSeen(store.account) && !isRecorded(store, idOf(store.account) ?? '', stores),
    ),
    unseen: [
      managementAccount,
      ...inOrder(
        organization,
        accountsOf(organization).filter((each) => !isClosing(each)),
      ).map(({ name }) => name),
    ].filter((name) => !isSeen(name)),
  };
}

/** What the management account is called, which is none of a definition. */
export const managementAccount = 'management';

const kindOf = ({ type }: RecordedStore) => findStoreType(type)?.kind ?? type;

function standingOf({ dataClass, type }: RecordedStore, most: DataClass | undefined): ClassStanding {
  if (dataClass === undefined) return findStoreType(type)?.tellsTags === false ? 'not-told' : 'untagged';
  const known = dataClasses.find((each) => each === dataClass);
  if (known === undefined) return 'no-class';
  return most !== undefined && isAbove(known, most) ? 'above' : 'within';
}

function inOrder({ businessUnits }: Organization, accounts: readonly Account[]): readonly Account[] {
  const units = [enterpriseUnit, ...businessUnits.map(({ name }) => name)];
  return units.flatMap((unit) => accounts.filter((account) => account.unit === unit));
}

const keyOf = ({ accountId, kind, name, region }: InventoryRow) => [accountId, kind, name, region].join(' ');
const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
