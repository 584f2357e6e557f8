import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;
const inside = ['any-administrator', 'any-member', 'role', 'user'] as const;

/** "Hotel Audit": telemetry flows in, is read, and is modified by nobody. */
export const auditPromises: readonly AccessPromise[] = [
  {
    sentence: 'nobody alters the audit log: not from another account, whoever they are there',
    who: {
      kinds: ['any-administrator', 'role', 'user', 'any-member'],
      in: { Phase: ['!shared-services', '!delivery', '!management'] },
    },
    does: ['write-data', 'delete-data', 'administer-resource'],
    to: { kinds: ['bucket', 'object'], names: '*archive*', in: sharedServices },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'nobody alters the audit log: not even an administrator of shared services, nor who deploys it',
    who: { kinds: inside, in: sharedServices },
    does: 'delete-data',
    to: { kinds: ['bucket', 'object'], names: '*archive*', in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'keys of telemetry are deleted and disabled by nobody',
    who: { kinds: inside, in: sharedServices },
    does: 'delete-data',
    to: { kinds: ['key'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'telemetry is decrypted by those who read it, not by every account',
    who: { kinds: ['any-administrator'], in: { Phase: ['dev', 'sandbox'] } },
    does: 'read-data',
    to: { kinds: ['key'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'telemetry flows in from the accounts of the organization, and from no other one',
    who: { kinds: ['outsider'] },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'telemetry is what flows in: metrics, logs and traces',
    who: { kinds: ['any-administrator', 'role'], in: { Phase: '!shared-services' } },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::InternetMonitor::Monitor'] },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account links its telemetry to shared services',
    who: {
      kinds: ['role'],
      names: 'bulkhead/deployer',
      in: { Phase: ['!shared-services', '!management', '!identity'] },
    },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::Logs::LogGroup', 'AWS::XRay::Trace'] },
    expected: 'allowed',
  },
];
