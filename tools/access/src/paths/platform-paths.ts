import type { PrincipalPattern, ResourcePattern } from '../promises/promise.ts';
import type { PrincipalKind } from '../world/world.ts';

/** A way between accounts that the platform itself makes in every organization. */
export interface PlatformPath {
  /** Why it is there, in words of the design. */
  readonly sentence: string;
  /** `unlimited` roles under the names of the roles themselves. */
  readonly from: PrincipalPattern;
  /** Patterns of actions. */
  readonly does: readonly string[];
  /** `{unit}` in a pattern is the business unit of who acts. */
  readonly to: ResourcePattern;
}

const roles: readonly PrincipalKind[] = ['role', 'unlimited'];
const everybody: readonly PrincipalKind[] = [...roles, 'user', 'any-member', 'any-administrator', 'root'];
const become = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const sharedServices = { Phase: 'shared-services' } as const;
const delivery = { Phase: 'delivery' } as const;
const management = { Phase: 'management' } as const;
const readsKey = ['kms:Decrypt', 'kms:DescribeKey'];
const usesKey = [...readsKey, 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];
const pulls = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const exactState = ['*-state-*', '!*-organization-state-*'];
const here = '!* for another organization';

/** All of them. What crosses accounts otherwise was declared by a grant, or is a hole. */
export const platformPaths: readonly PlatformPath[] = [
  {
    sentence: 'people sign in to identity and become local roles of other accounts',
    from: { kinds: everybody, names: ['people/*', 'aws-reserved/*'], in: { Phase: 'identity' } },
    does: become,
    to: {
      kinds: ['role'],
      names: [
        ...['appeng', 'operator', 'observer', 'auditor', 'security-administrator', 'telemetry-reader', 'reader-*'],
        ...['delivery-user', 'delivery-admin', 'controller'],
      ].map((name) => `bulkhead/${name}`),
    },
  },
  {
    sentence: 'two sealed principals act in an emergency',
    from: { kinds: everybody, names: 'break-glass/*', in: { Phase: 'identity' } },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/break-glass' },
  },
  {
    sentence: 'tokens of exact repositories and environments become pipelines',
    from: { kinds: ['federated'], names: ['!* a stranger in *', '!a directory, *', '!a pod of *', '!* for *'] },
    does: ['sts:AssumeRoleWithWebIdentity'],
    to: {
      kinds: ['role'],
      names: ['bulkhead/apply-*', 'bulkhead/plan-*', 'bulkhead/organization-deployer'],
      in: { Phase: ['delivery', 'management'] },
    },
  },
  {
    sentence: 'pipelines deploy and plan through one role of each account',
    from: { kinds: roles, names: 'bulkhead/apply-*', in: delivery },
    does: become,
    to: { kinds: ['role'], names: ['bulkhead/deployer', 'bulkhead/planner'], in: { Phase: '!management' } },
  },
  {
    sentence: 'pipelines of a change only plan',
    from: { kinds: roles, names: 'bulkhead/plan-*', in: delivery },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/planner', in: { Phase: '!management' } },
  },
  {
    sentence: 'the one deployer of the organization deploys every account',
    from: { kinds: roles, names: 'bulkhead/organization-deployer', in: management },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/deployer' },
  },
  {
    sentence: 'management becomes the administrator that AWS puts into every account: the hole that AWS leaves',
    from: { kinds: everybody, in: management },
    does: become,
    to: { kinds: ['role'], names: 'OrganizationAccountAccessRole' },
  },
  {
    sentence: 'the controller of delivery becomes the one of each account, and two readers',
    from: { kinds: roles, names: 'bulkhead/controller', in: delivery },
    does: become,
    to: {
      kinds: ['role'],
      names: ['bulkhead/controller', 'bulkhead/spend-reader', 'bulkhead/inventory-reader'],
    },
  },
  {
    sentence: 'the controller of delivery reads the organization and attaches freezes',
    from: { kinds: roles, names: 'bulkhead/controller', in: delivery },
    does: ['organizations:ListAccounts', 'organizations:AttachPolicy', 'organizations:DetachPolicy'],
    to: { kinds: ['organization', 'organization-policy', 'organization-account'], in: management },
  },
  {
    sentence: 'recorders of AWS Config write what they record into one bucket',
    from: { kinds: roles, names: 'bulkhead/config-recorder' },
    does: ['s3:GetBucketAcl', 's3:ListBucket', 's3:PutObject'],
    to: { kinds: ['bucket', 'object'], names: '*-config-*', in: sharedServices },
  },
  {
    sentence: 'recorders of AWS Config encrypt what they record',
    from: { kinds: roles, names: 'bulkhead/config-recorder' },
    does: ['kms:Decrypt', 'kms:GenerateDataKey'],
    to: { kinds: ['key'], in: sharedServices },
  },
  {
    sentence: 'services of AWS deliver logs of every account into the archive',
    from: {
      kinds: ['service'],
      names: [
        'cloudtrail.amazonaws.com for *',
        'config.amazonaws.com for *',
        'delivery.logs.amazonaws.com for *',
        here,
      ],
    },
    does: ['s3:GetBucketAcl', 's3:ListBucket', 's3:PutObject', ...usesKey],
    to: { kinds: ['bucket', 'object', 'key'], in: sharedServices },
  },
  {
    sentence: 'CloudWatch Logs encrypts log groups of the account of the key, which the encryption context names',
    from: { kinds: ['service'], names: ['logs.*.amazonaws.com for *', here] },
    does: usesKey,
    to: { kinds: ['key'], in: sharedServices },
  },
  {
    sentence: 'logs of a unit flow to the stream of that unit',
    from: { kinds: everybody, in: { BusinessUnit: '!enterprise' } },
    does: ['logs:PutSubscriptionFilter', 'logs:PutAccountPolicy'],
    to: { kinds: ['log-destination'], names: 'bulkhead-{unit}', in: sharedServices },
  },
  {
    sentence: 'accounts of the organization link their metrics and traces to shared services',
    from: { kinds: everybody },
    does: ['oam:CreateLink', 'oam:UpdateLink'],
    to: { kinds: ['sink'], in: sharedServices },
  },
  {
    sentence: 'what accounts are charged is copied by one role',
    from: { kinds: roles, names: 'bulkhead/billing-replicator', in: management },
    does: [
      ...['s3:ReplicateObject', 's3:ReplicateTags', 's3:ObjectOwnerOverrideToBucketOwner'],
      ...['s3:GetBucketVersioning', 's3:ListBucket'],
    ],
    to: { kinds: ['bucket', 'object'], names: '*-billing-*', in: sharedServices },
  },
  {
    sentence: 'backups are copied to the account of the same unit that takes over, by the role that backs up',
    from: { kinds: roles, names: 'bulkhead/backup' },
    does: ['backup:CopyIntoBackupVault'],
    to: { kinds: ['backup-vault'], names: 'bulkhead', in: { BusinessUnit: '{unit}' } },
  },
  {
    sentence: 'the organization reads the artifacts that delivery publishes',
    from: { kinds: everybody },
    does: ['s3:GetObject', ...readsKey],
    to: { kinds: ['object', 'key'], names: ['*-artifacts-*', 'key'], in: delivery },
  },
  {
    sentence: 'the organization pulls the images that delivery publishes',
    from: { kinds: everybody },
    does: pulls,
    to: { kinds: ['repository'], in: delivery },
  },
  {
    sentence: 'functions of the organization start from the images that delivery publishes',
    from: { kinds: ['service'], names: ['lambda.amazonaws.com for *', here] },
    does: pulls,
    to: { kinds: ['repository'], in: delivery },
  },
  {
    sentence: "pipelines of a unit's own delivery account keep the state of that unit",
    from: {
      kinds: roles,
      names: ['bulkhead/apply-*', 'bulkhead/plan-*'],
      in: { ...delivery, BusinessUnit: '!enterprise' },
    },
    does: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    to: { kinds: ['object'], names: ['*-state-*/{unit}/*', '!*-organization-state-*'], in: delivery },
  },
  {
    sentence: "pipelines of a unit's own delivery account list state, and use its key",
    from: {
      kinds: roles,
      names: ['bulkhead/apply-*', 'bulkhead/plan-*'],
      in: { ...delivery, BusinessUnit: '!enterprise' },
    },
    does: ['s3:ListBucket', 'kms:Decrypt', 'kms:GenerateDataKey'],
    to: { kinds: ['bucket', 'key'], names: [...exactState, 'state-key'], in: delivery },
  },
  {
    sentence:
      'the deployer of the organization keeps its state, and that of accounts of units with pipelines of their own',
    from: { kinds: roles, names: 'bulkhead/organization-deployer', in: management },
    does: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket', 'kms:Decrypt', 'kms:GenerateDataKey'],
    to: { kinds: ['bucket', 'object', 'key'], names: ['*-state-*', 'state-key'], in: delivery },
  },
];
