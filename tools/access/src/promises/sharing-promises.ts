import { everybodyWhateverAllowed, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const stores = { where: 'own account', names: 'any-*' } as const;
const stranger = '999999999999';
const whoever = {
  kinds: everybodyWhateverAllowed,
  names: ['!bulkhead/deployer*', '!OrganizationAccountAccessRole*', '!bulkhead/backup*'],
  in: runtimeAccounts,
} as const;
const administrator = { kinds: ['any-administrator'], in: runtimeAccounts } as const;
const builder = {
  kinds: ['role'],
  names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'],
  in: runtimeAccounts,
} as const;

const copies = { actions: ['ec2:CopySnapshot', 'ec2:CreateVolume'] } as const;
const restores = { actions: ['rds:CopyDBSnapshot'] } as const;
const snapshot = { ...stores, kinds: ['snapshot'] } as const;
const databaseSnapshot = { ...stores, kinds: ['database-snapshot'] } as const;
const opens = { actions: ['lambda:AddPermission'] } as const;
const functions = { ...stores, kinds: ['function'] } as const;

/** What leaves an account, and what comes in from another one, by a copy or by opening a door. */
export const sharingPromises: readonly AccessPromise[] = [
  {
    sentence: 'nothing is shared with another account but by who builds the account',
    of: 'sharing',
    who: whoever,
    does: {
      on: {
        snapshot: ['ec2:ModifySnapshotAttribute'],
        image: ['ec2:ModifyImageAttribute'],
        topic: ['sns:AddPermission'],
        bucket: ['s3:PutReplicationConfiguration'],
        stream: ['kinesis:PutResourcePolicy'],
      },
    },
    to: stores,
    expected: 'denied',
  },
  {
    sentence: 'who builds an account shares with another account, and not with everybody',
    of: 'sharing',
    who: builder,
    does: { on: { snapshot: ['ec2:ModifySnapshotAttribute'] } },
    to: stores,
    context: { 'ec2:Add/group': undefined },
    expected: 'allowed',
  },
  {
    sentence: 'no function is opened to another account but by who builds the account',
    of: 'sharing',
    who: whoever,
    does: opens,
    to: functions,
    context: { 'lambda:Principal': stranger },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account opens a function of it to another one',
    of: 'sharing',
    who: builder,
    does: opens,
    to: functions,
    context: { 'lambda:Principal': stranger },
    expected: 'allowed',
  },
  {
    sentence: 'a function is opened to a service that calls it',
    of: 'sharing',
    who: administrator,
    does: opens,
    to: functions,
    context: { 'lambda:Principal': 's3.amazonaws.com' },
    expected: 'allowed',
  },
  {
    sentence: 'no volume is made of a snapshot that another account shares, but by who builds the account',
    of: 'sharing',
    who: whoever,
    does: copies,
    to: snapshot,
    context: { 'ec2:Owner': stranger },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account makes a volume of a snapshot that another one shares',
    of: 'sharing',
    who: builder,
    does: copies,
    to: snapshot,
    context: { 'ec2:Owner': stranger },
    expected: 'allowed',
  },
  ...[
    { whose: 'that AWS itself offers', owner: 'amazon' },
    { whose: 'whose owner the request does not say', owner: undefined },
  ].map(({ whose, owner }): AccessPromise => ({
    sentence: `volumes are made of a snapshot ${whose}`,
    of: 'sharing',
    who: administrator,
    does: copies,
    to: snapshot,
    context: { 'ec2:Owner': owner },
    expected: 'allowed',
  })),
  {
    sentence: 'no snapshot of a database comes from another account, but by who builds the account',
    of: 'sharing',
    who: whoever,
    does: restores,
    to: databaseSnapshot,
    context: { 'aws:ResourceAccount': stranger },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account takes a snapshot of a database in from another one',
    of: 'sharing',
    who: builder,
    does: restores,
    to: databaseSnapshot,
    context: { 'aws:ResourceAccount': stranger },
    expected: 'allowed',
  },
  {
    sentence: 'snapshots of databases are copied within an account',
    of: 'sharing',
    who: administrator,
    does: restores,
    to: databaseSnapshot,
    expected: 'allowed',
  },
  {
    sentence: 'snapshots of databases are copied where the request does not say whose they are',
    of: 'sharing',
    who: administrator,
    does: restores,
    to: databaseSnapshot,
    context: { 'aws:ResourceAccount': undefined },
    expected: 'allowed',
  },
];
