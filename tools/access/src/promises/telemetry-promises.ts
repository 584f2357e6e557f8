import { classNames } from '../simulate/action-classes.ts';
import { everybody, workingAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;

/** Kinds that a recorder has no business with; the key of its bucket is not among them. */
const notOfRecorders = [
  ...['instance', 'role', 'user', 'bucket', 'object', 'table', 'queue', 'topic', 'secret', 'vpc', 'trail', 'sink'],
];

/** Telemetry flows in and is read, each by whom it is for. */
export const telemetryPromises: readonly AccessPromise[] = [
  {
    sentence: 'telemetry is decrypted by those who read it, not by every account',
    of: 'readers',
    who: { kinds: ['any-administrator'], in: { Phase: ['!shared-services', '!management'] } },
    does: 'read-data',
    to: { kinds: ['key'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'no account reads the telemetry of others: not from another account',
    of: 'readers',
    who: { kinds: everybody, names: '!bulkhead/config-recorder', in: { Phase: ['!shared-services', '!management'] } },
    does: ['read-data'],
    to: { kinds: ['bucket', 'object', 'log-stream'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'auditors see settings of every account, and change nothing anywhere',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/auditor' },
    does: classNames.filter((name) => name !== 'read-config' && name !== 'read-data'),
    to: { kinds: ['!key'], names: '!*-queries-*' },
    expected: 'denied',
  },
  {
    sentence: 'auditors see settings of every account',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/auditor', in: workingAccounts },
    does: { on: { role: ['iam:GetRole'], bucket: ['s3:GetBucketPolicy'] } },
    to: { where: 'own account', examples: false },
    expected: 'allowed',
  },
  {
    sentence: 'telemetry flows in from the accounts of the organization, and from no other one',
    of: 'flows-in',
    who: { kinds: ['outsider', 'trusted'] },
    does: { on: { sink: ['oam:CreateLink'], 'log-destination': ['logs:PutSubscriptionFilter'] } },
    to: { in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'telemetry is what flows in: metrics, logs and traces',
    of: 'flows-in',
    who: { kinds: ['any-administrator', 'role'], in: { Phase: '!shared-services' } },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::InternetMonitor::Monitor'] },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account links its telemetry to shared services',
    of: 'flows-in',
    who: {
      kinds: ['role'],
      names: 'bulkhead/deployer',
      in: { Phase: ['!shared-services', '!management', '!suspended'] },
    },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::Logs::LogGroup', 'AWS::XRay::Trace'] },
    expected: 'allowed',
  },
  {
    sentence: 'recorders of AWS Config write what they record, and nothing else anywhere',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder' },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network', 'telemetry'],
    to: { kinds: notOfRecorders, names: '!*-config-*' },
    expected: 'denied',
  },
];
