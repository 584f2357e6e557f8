import { classNames } from '../simulate/action-classes.ts';
import type { Context } from '../world/world.ts';
import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise, AccountPattern } from './promise.ts';

export interface GrantedStore {
  /** As a sentence says it. */
  readonly called: string;
  readonly in: AccountPattern;
  /** Of the store, what is in it and its key. */
  readonly names: readonly string[];
  /** Accounts whose workload is let in. */
  readonly to: readonly { readonly role: string; readonly in: AccountPattern; readonly until?: string }[];
  /** What is granted, by kind of resource. */
  readonly granted: Readonly<Record<string, readonly string[]>>;
  readonly keyUse: readonly string[];
  /** Service that uses the key in the workload's name, and the alias of the key. */
  readonly key: Context;
}

const key = (service: string, store: string): Context => ({
  'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
  'kms:ResourceAliases': [`alias/store/${store}`],
});
const [today, later] = ['2026-11-24T00:00:00Z', '2099-01-01T00:00:00Z'];

/** The stores that the example organization grants something on, each with all of its grants. */
export const grantedStores: readonly GrantedStore[] = [
  {
    called: "retail's orders in prod",
    in: { Account: 'acme-retail-prod' },
    names: ['acme-retail-prod-orders-*', 'store-orders_key_*'],
    to: [
      { role: 'workload/loader', in: { Account: 'acme-bi-prod' } },
      { role: 'workload/loader', in: { Account: 'acme-bi-dev' }, until: '2027-06-30' },
    ],
    granted: { bucket: ['s3:ListBucket'], object: ['s3:GetObject'] },
    keyUse: ['kms:Decrypt'],
    key: key('s3', 'orders'),
  },
  {
    called: "retail's events in prod",
    in: { Account: 'acme-retail-prod' },
    names: ['events', 'store-events_key_*'],
    to: [{ role: 'workload/loader', in: { Account: 'acme-bi-prod' } }],
    granted: { queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'] },
    keyUse: ['kms:Decrypt'],
    key: key('sqs', 'events'),
  },
  {
    called: "retail's sanitized orders in stage",
    in: { Account: 'acme-retail-stage' },
    names: ['acme-retail-stage-orders-sanitized-*', 'store-orders-sanitized_key_*'],
    to: [{ role: 'workload/sanitizer', in: { Account: 'acme-retail-prod' } }],
    granted: { object: ['s3:PutObject'] },
    keyUse: ['kms:Decrypt', 'kms:GenerateDataKey'],
    key: key('s3', 'orders-sanitized'),
  },
];

const place = ({ in: { Account }, names }: GrantedStore) => names.map((name) => `${[Account].join()}/${name}`);
const butFor = (accounts: readonly AccountPattern[]) => accounts.flatMap(({ Account = [] }) => `!${[Account].join()}`);
const everywhere = grantedStores.flatMap(place);

/** Where data crosses accounts in the example organization: on the grants that it declares, and nowhere else. */
export const acmeGrantPromises: readonly AccessPromise[] = [
  {
    sentence: 'a workload reaches nothing of another account but stores that a grant names',
    of: 'declared',
    who: { kinds: ['role'], names: 'workload/*', in: runtimeAccounts },
    does: classNames,
    to: { where: 'other account', in: runtimeAccounts, places: everywhere.map((each) => `!${each}`) },
    expected: 'denied',
    throughOthers: true,
  },
  ...grantedStores.flatMap((store): readonly AccessPromise[] => [
    {
      sentence: `nobody else of another account reaches ${store.called}`,
      of: 'declared',
      who: { kinds: ['role', 'any-administrator', 'root'], in: { ...runtimeAccounts, Account: butFor([store.in]) } },
      does: classNames,
      to: { places: place(store) },
      expected: 'denied',
      throughOthers: true,
      butFor: store.to.map(({ role }) => role),
    },
    {
      sentence: `a workload of the same name in an account without the grant does not reach ${store.called}`,
      of: 'declared',
      who: {
        kinds: ['role'],
        names: store.to.map(({ role }) => role),
        in: { ...runtimeAccounts, Account: butFor([store.in, ...store.to.map((each) => each.in)]) },
      },
      does: classNames,
      to: { places: place(store) },
      expected: 'denied',
      mayBeEmpty: true,
    },
    ...store.to.flatMap(({ role, in: account, until }): readonly AccessPromise[] => {
      const common = {
        of: 'declared' as const,
        who: { kinds: ['role'] as const, names: role, in: account },
        to: { kinds: Object.keys(store.granted), places: place(store) },
      };
      const where = [account.Account].join();
      const sentence = `${role} of ${where}`;
      return [
        {
          ...common,
          sentence: `${sentence} does with ${store.called} what it is granted`,
          does: { on: store.granted },
          context: { 'aws:CurrentTime': today },
          expected: 'allowed',
        },
        {
          ...common,
          sentence: `${sentence} uses the key of ${store.called} for it`,
          does: { on: { key: store.keyUse } },
          to: { kinds: ['key'], places: place(store) },
          context: { ...store.key, 'aws:CurrentTime': today },
          expected: 'allowed',
        },
        {
          ...common,
          sentence: `${sentence} uses the key of ${store.called} through no other service`,
          does: { on: { key: store.keyUse } },
          to: { kinds: ['key'], places: place(store) },
          context: { ...store.key, 'kms:ViaService': undefined, 'aws:CurrentTime': today },
          expected: 'denied',
        },
        {
          ...common,
          sentence: `${sentence} changes nothing about ${store.called} and deletes nothing in it`,
          does: ['administer-resource', 'delete-data'],
          to: { places: place(store) },
          expected: 'denied',
        },
        ...(until === undefined
          ? []
          : [
              {
                ...common,
                sentence: `${sentence} does nothing with ${store.called} after ${until}`,
                does: classNames,
                to: { places: place(store) },
                context: { 'aws:CurrentTime': later },
                expected: 'denied' as const,
              },
            ]),
      ];
    }),
  ]),
];
