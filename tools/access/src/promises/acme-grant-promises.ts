import { classNames } from '../simulate/action-classes.ts';
import type { GrantedStore } from './granted-stores.ts';
import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise, AccountPattern } from './promise.ts';

const [today, later] = ['2026-11-24T00:00:00Z', '2099-01-01T00:00:00Z'];

const place = ({ in: { Account }, names }: GrantedStore) => names.map((name) => `${[Account].join()}/${name}`);
const butFor = (accounts: readonly AccountPattern[]) => accounts.flatMap(({ Account = [] }) => `!${[Account].join()}`);

/** Where data crosses accounts in the example organization: on the grants that it declares, and nowhere else. */
export const acmeGrantPromises = (stores: readonly GrantedStore[]): readonly AccessPromise[] => [
  {
    sentence: 'a workload reaches nothing of another account but stores that a grant names',
    of: 'declared',
    who: { kinds: ['role'], names: 'workload/*', in: runtimeAccounts },
    does: classNames,
    to: { where: 'other account', in: runtimeAccounts, places: stores.flatMap(place).map((each) => `!${each}`) },
    expected: 'denied',
    throughOthers: true,
  },
  ...stores.flatMap((store): readonly AccessPromise[] => [
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
