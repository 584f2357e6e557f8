import { deepEqual, equal } from 'node:assert/strict';
import type { RecordedStore, StoreDirectory } from './store-directory.ts';

/** A promise that every directory keeps. `check` rejects where this one does not. */
export interface DirectoryPromise {
  readonly promise: string;
  readonly check: (openDirectory: OpenDirectory) => Promise<void>;
}

/** A directory over a world in which there are these stores, and anything recorded in these accounts. */
export type OpenDirectory = (
  stores: readonly RecordedStore[],
  recordedAccounts?: readonly string[],
) => Promise<StoreDirectory>;

const dev = '000000000011';
const prod = '000000000012';

const bucket = (accountId: string, name: string, dataClass?: string): RecordedStore => ({
  accountId,
  region: 'eu-west-1',
  type: 'AWS::S3::Bucket',
  id: name,
  name,
  arn: `arn:aws:s3:::${name}`,
  dataClass,
  encryption: 'service-default',
  recordedAt: '2026-10-15T11:50:00.000Z',
});

const byArn = (stores: readonly RecordedStore[]) => [...stores].sort((a, b) => a.arn.localeCompare(b.arn));

/** What the inventory relies on; the twin in memory and the adapter over AWS keep all of it. */
export const storeDirectoryContract: readonly DirectoryPromise[] = [
  {
    promise: 'a store is listed with its account, Region, class and encryption, as it was recorded',
    check: async (openDirectory) => {
      const stores = [bucket(prod, 'orders', 'sensitive')];
      deepEqual(await (await openDirectory(stores)).list(), stores);
    },
  },
  {
    promise: 'a class that is none of the definition is told as it stands there, and none is told as none',
    check: async (openDirectory) => {
      const directory = await openDirectory([bucket(dev, 'a', 'Secret'), bucket(dev, 'b', ''), bucket(dev, 'c')]);
      deepEqual(
        byArn(await directory.list()).map(({ dataClass }) => dataClass),
        ['Secret', '', undefined],
      );
    },
  },
  {
    promise: 'every store is listed once, however many there are',
    check: async (openDirectory) => {
      const stores = Array.from({ length: 250 }, (_, at) => bucket(at % 2 ? dev : prod, `bucket-${1000 + at}`, 'none'));
      deepEqual(byArn(await (await openDirectory(stores)).list()), stores);
    },
  },
  {
    promise: 'where there is no store, none is listed',
    check: async (openDirectory) => equal((await (await openDirectory([])).list()).length, 0),
  },
  {
    promise: 'an account of which nothing is recorded is not among those that are',
    check: async (openDirectory) => {
      const directory = await openDirectory([bucket(dev, 'a')], [dev]);
      deepEqual(await directory.recordedAccounts(), [dev]);
    },
  },
];
