import { PlatformRole, type PolicyStatement } from '@bulkhead/baseline';
import { platformRolePattern, stateBucketName } from '@bulkhead/model';
import type { Construct } from 'constructs';

export interface DeliveryAdminRoleProps {
  readonly organization: string;
  /** Security administrators. What automates here is the deployer. */
  readonly trust: readonly PolicyStatement[];
}

/** For security administrators: they repair what delivers, and become no part of the platform by it. */
export class DeliveryAdminRole extends PlatformRole {
  constructor(scope: Construct, id: string, { organization, trust }: DeliveryAdminRoleProps) {
    const states = (['accounts', 'organization'] as const).map(
      (holds) => `arn:aws:s3:::${stateBucketName(organization, holds, '*')}`,
    );
    super(scope, id, {
      name: 'delivery-admin',
      description: 'administers what delivers',
      trust,
      managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      permissions: [
        { Sid: 'NoOtherRole', Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' },
        {
          Sid: 'NoPlatformRole',
          Effect: 'Deny',
          Action: [...roleChanges, 'iam:PassRole'],
          Resource: platformRolePattern,
        },
        {
          Sid: 'NoIdentityProvider',
          Effect: 'Deny',
          Action: ['iam:*OpenIDConnectProvider*', 'iam:*SAMLProvider*'],
          Resource: '*',
        },
        {
          Sid: 'NoState',
          Effect: 'Deny',
          Action: ['s3:*Object*', 's3:PutBucketPolicy', 's3:DeleteBucket*', 's3:PutLifecycleConfiguration'],
          Resource: states.flatMap((arn) => [arn, `${arn}/*`]),
        },
        {
          Sid: 'NoKeyLoss',
          Effect: 'Deny',
          Action: ['kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'],
          Resource: '*',
        },
      ],
    });
  }
}

/** Whoever changes a role, or gets one passed to a machine, is that role. */
const roleChanges = [
  ...['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:DeleteRole*', 'iam:DetachRolePolicy', 'iam:PutRole*'],
  ...['iam:TagRole', 'iam:UntagRole', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateRole*', 'iam:AddRoleToInstanceProfile'],
];
