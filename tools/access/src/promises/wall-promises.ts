import { classNames } from '../simulate/action-classes.ts';
import { exampleKinds } from '../world/example-resources.ts';
import { memberAccounts, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** Whoever may start a workload has its grants. What those are is promised for each organization by itself. */
const workloads = 'workload/*';

/** Accounts are the strongest boundary: these hold for whatever anybody builds in them. */
export const wallPromises: readonly AccessPromise[] = [
  {
    sentence:
      'a lost administrator of a runtime account touches nothing in any other account, but as a workload that has a grant',
    of: 'walls',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: classNames,
    to: { where: 'other account', in: { Phase: ['!shared-services', '!delivery'] } },
    expected: 'denied',
    throughOthers: true,
    butFor: workloads,
  },
  {
    sentence: 'a lost administrator of a runtime account touches nothing in shared services but what flows in',
    of: 'walls',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: classNames,
    to: { kinds: exampleKinds.filter((kind) => kind !== 'key'), in: { Phase: 'shared-services' } },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'a lost administrator of a runtime account reads nothing in delivery but what it publishes',
    of: 'walls',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: ['read-config', 'read-data'],
    to: { names: ['!*-artifacts-*', '!key', '!*/*'], in: { Phase: 'delivery' } },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence:
      'who works in an account of a unit works in that account: not in one of another unit, but as a workload that has a grant',
    of: 'declared',
    who: { kinds: ['role', 'any-administrator'], in: runtimeAccounts },
    does: classNames,
    to: { where: 'other unit', in: runtimeAccounts },
    expected: 'denied',
    throughOthers: true,
    butFor: workloads,
  },
  {
    sentence:
      'roles of an account are local to it, but for workloads that have a grant: not even in the next phase of the unit',
    of: 'local-roles',
    who: { kinds: ['role', 'any-administrator'], in: runtimeAccounts },
    does: classNames,
    to: { where: 'other account', in: runtimeAccounts },
    expected: 'denied',
    throughOthers: true,
    butFor: workloads,
  },
  {
    sentence: 'people read no sensitive data, in whatever role they work there',
    of: 'sensitive',
    who: {
      kinds: ['role'],
      names: ['appeng', 'operator', 'observer', 'auditor', 'security-administrator'].map((name) => `bulkhead/${name}`),
      in: { ...runtimeAccounts, DataClass: 'sensitive' },
    },
    does: 'read-data',
    to: { where: 'own account' },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'people who look change nothing',
    of: 'local-roles',
    who: { kinds: ['role'], names: 'bulkhead/observer', in: runtimeAccounts },
    does: classNames.filter((name) => name !== 'read-config' && name !== 'read-data'),
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'nobody looks into what an instance is started with, where passwords stand',
    of: 'sensitive',
    who: { kinds: ['role', 'empowered'], names: ['bulkhead/observer*', 'bulkhead/auditor*'] },
    does: { actions: ['ec2:DescribeInstanceAttribute'] },
    to: { kinds: ['instance'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account reads what its buckets are set to',
    of: 'platform',
    who: { kinds: ['role'], names: 'bulkhead/deployer', in: memberAccounts },
    does: 'read-config',
    to: { kinds: ['bucket'], examples: false, where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'accounts are given to be worked in: nothing that is not denied in so many words is in the way',
    of: 'walls',
    who: { kinds: ['any-administrator'], in: { Phase: ['!identity', '!management', '!suspended'] } },
    does: ['read-config', 'read-data', 'write-data', 'network'],
    to: {
      where: 'own account',
      kinds: ['table', 'queue', 'vpc', 'subnet', 'function', 'secret', 'key', 'object'],
      names: 'any-*',
    },
    expected: 'allowed',
  },
];
