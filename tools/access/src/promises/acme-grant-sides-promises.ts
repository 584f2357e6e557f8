import { runtimeAccounts } from './account-patterns.ts';
import type { GrantedStore } from './granted-stores.ts';
import type { AccessPromise } from './promise.ts';

const [today, later] = ['2026-11-24T00:00:00Z', '2099-01-01T00:00:00Z'].map((time) => ({ 'aws:CurrentTime': time }));
const stranger = '999999999999';
const common = { of: 'declared', expected: 'denied', unguarded: true } as const;

const opened = (kinds: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(kinds).map(([kind, actions]) => [`opened-${kind}`, actions]));

/** What is granted on a store and what on its key, which has a context of its own. */
const partsOf = ({ called, granted, keyUse, key }: GrantedStore) => [
  { part: called, on: granted, context: {} },
  { part: `the key of ${called}`, on: { key: keyUse }, context: key },
];

/**
 * A grant is written on both sides: in the policy of the store, and in the one of the role. Each holds by itself, whatever
 * the other one says: the store is asked about for the role that is allowed everything, the role for a store that lets
 * everybody in.
 */
function sidesOf(store: GrantedStore): readonly AccessPromise[] {
  const { called, names, key, keyUse, granted, to, in: place } = store;
  // as it is, and left open
  const places = names.flatMap((name) => ['', ', *'].map((rest) => `${[place.Account].join()}/${name}${rest}`));
  return to.flatMap(({ role, in: account, until }): readonly AccessPromise[] => {
    const who = `${role} of ${[account.Account].join()}`;
    const asItIs = { ...common, who: { kinds: ['role'], names: role, in: account } } as const;
    const whatever = { ...common, who: { kinds: ['unlimited'], names: `${role},*`, in: account } } as const;
    return [
      ...partsOf(store).flatMap(({ part, on, context }): readonly AccessPromise[] => [
        {
          ...whatever,
          sentence: `${part}: known to ${who} only as long as that is in the organization`,
          does: { on },
          to: { places },
          context: { ...context, ...today, 'aws:PrincipalOrgID': 'o-stranger000' },
        },
        ...(until === undefined
          ? []
          : [
              {
                ...whatever,
                sentence: `${part}: known to ${who} until ${until}, whatever it is allowed`,
                does: { on },
                to: { places },
                context: { ...context, ...later },
              },
              {
                ...asItIs,
                sentence: `${part}: granted to ${who} until ${until}, whatever the store says`,
                does: { on: opened(on) },
                to: { places },
                context: { ...context, ...later },
              },
            ]),
      ]),
      {
        ...whatever,
        sentence: `the key of ${called} is used by ${who} through its service only, whatever that is allowed`,
        does: { on: { key: keyUse } },
        to: { places },
        context: { ...key, ...today, 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
      },
      {
        ...asItIs,
        sentence: `${who} uses no key of another account that has the alias of the one of ${called}`,
        does: { on: { 'open-key': keyUse } },
        to: { where: 'other account', in: { ...runtimeAccounts, Account: `!${[place.Account].join()}` } },
        context: { ...key, ...today },
      },
      // only the name of a bucket says nothing about its account
      ...(Object.hasOwn(granted, 'object')
        ? [
            {
              ...asItIs,
              sentence: `${who} does not follow the name of ${called} into another account`,
              does: { on: opened(granted) },
              to: { places },
              context: { ...today, 'aws:ResourceAccount': stranger },
            },
          ]
        : []),
    ];
  });
}

/** Both sides of each grant of the example organization, and what runs beside its own stores. */
export const acmeGrantSidesPromises = (stores: readonly GrantedStore[]): readonly AccessPromise[] => [
  ...stores.flatMap(sidesOf),
  {
    ...common,
    sentence: 'a workload does not follow the name of a bucket that its account had into another account',
    who: { kinds: ['role'], names: 'workload/*', in: runtimeAccounts },
    does: { on: { object: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], bucket: ['s3:ListBucket'] } },
    to: { where: 'own account', examples: false },
    context: { 'aws:ResourceAccount': stranger },
  },
  ...[
    { unit: 'retail', service: 's3.eu-west-1', alias: 'orders', phases: '!dr' },
    { unit: 'retail', service: 's3.eu-central-1', alias: 'orders', phases: 'dr' },
    { unit: 'bi', service: 'dynamodb.eu-west-1', alias: 'warehouse', phases: '*' },
    { unit: 'startup', service: 'sns.us-east-1', alias: 'leads', phases: '*' },
  ].map(({ unit, service, alias, phases }): AccessPromise => ({
    ...common,
    sentence: `workloads of ${unit} use no key of the alias of theirs in another account: of ${alias}, by ${service}`,
    who: { kinds: ['role'], names: 'workload/*', in: { BusinessUnit: unit, Phase: phases } },
    does: { actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'] },
    to: { kinds: ['open-key'], where: 'other account', in: { BusinessUnit: `!${unit}` } },
    context: {
      ...today,
      'kms:ViaService': `${service}.amazonaws.com`,
      'kms:ResourceAliases': [`alias/store/${alias}`],
    },
  })),
];
