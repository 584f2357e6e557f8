import { type PolicyStatement, type StackContext, accountId, rolesOf } from '@bulkhead/baseline';
import { enterpriseAccountName, organizationAccountAccessRoleArn, platformRoleArn } from '@bulkhead/model';
import { type StateReader, organizationDeployer, unitReaders } from './state-readers.ts';
import { stateStatements } from './state-statements.ts';

/** Policy of the bucket with the accounts' state: each role from elsewhere reaches the states that it deploys. */
export function accountsStateAccess(bucketArn: string, context: StackContext): readonly PolicyStatement[] {
  const elsewhere = [...unitReaders(context), organizationDeployer(context)];
  const here = deliveryId(context);
  return [
    ...access(bucketArn, elsewhere),
    ...nobodyBut(bucketArn, here, [
      ...elsewhere.map(({ roleArn }) => roleArn),
      platformRoleArn(here, 'apply-*'),
      platformRoleArn(here, 'plan-*'),
    ]),
  ];
}

/** Policy of the bucket with the organization's state: nobody from elsewhere but its deployer. */
export function organizationStateAccess(bucketArn: string, context: StackContext): readonly PolicyStatement[] {
  const deployer = organizationDeployer(context);
  return [...access(bucketArn, [deployer]), ...nobodyBut(bucketArn, deliveryId(context), [deployer.roleArn])];
}

/** Use of the key of both, by the same roles and through S3 only. */
export function stateKeyUse(context: StackContext): readonly PolicyStatement[] {
  const home = context.organization.regions[0];
  return [...unitReaders(context), organizationDeployer(context)].map((reader): PolicyStatement => {
    const { Principal, Condition } = rolesOf(reader.accountId, reader.roleArn);
    return {
      Sid: reader.id,
      Effect: 'Allow',
      ...(Principal && { Principal }),
      Action: reader.writes ? ['kms:Decrypt', 'kms:GenerateDataKey'] : 'kms:Decrypt',
      Resource: '*',
      Condition: { ...Condition, StringEquals: { 'kms:ViaService': `s3.${home}.amazonaws.com` } },
    };
  });
}

const deliveryId = (context: StackContext) =>
  accountId(enterpriseAccountName(context.organization.name, 'delivery'), context);

/**
 * Closes a bucket to everybody in its account but those roles: states hold secrets, and an administrator could give any
 * new role the right to read them. Only what deploys the bucket changes its policy.
 */
const nobodyBut = (bucketArn: string, id: string, roleArns: readonly string[]): readonly PolicyStatement[] => [
  {
    Sid: 'OnlyPipelines',
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:DeleteObject*', 's3:GetObject*', 's3:PutObject*'],
    Resource: `${bucketArn}/*`,
    Condition: { ArnNotLike: { 'aws:PrincipalArn': roleArns } },
  },
  {
    Sid: 'OnlyDeployers',
    Effect: 'Deny',
    Principal: '*',
    Action: [
      's3:DeleteBucketPolicy',
      's3:PutBucketPolicy',
      's3:PutLifecycleConfiguration',
      's3:PutReplicationConfiguration',
    ],
    Resource: bucketArn,
    Condition: {
      ArnNotEquals: {
        'aws:PrincipalArn': [
          platformRoleArn(id, 'deployer'),
          organizationAccountAccessRoleArn(id),
          // in sessions that unlock a bucket; S3 lets nobody deny it this anyway
          `arn:aws:iam::${id}:root`,
        ],
      },
    },
  },
];

/** One statement lets all of them list, and each role has its own for states. */
function access(bucketArn: string, readers: readonly StateReader[]): readonly PolicyStatement[] {
  const named = readers.filter(({ keys }) => keys.length > 0);
  return [
    {
      Sid: 'StateList',
      Effect: 'Allow',
      Principal: { AWS: [...new Set(named.map((reader) => `arn:aws:iam::${reader.accountId}:root`))] },
      Action: 's3:ListBucket',
      Resource: bucketArn,
      Condition: { ArnLike: { 'aws:PrincipalArn': named.map(({ roleArn }) => roleArn) } },
    },
    ...named.flatMap(({ id, keys, writes, ...reader }) =>
      stateStatements({ bucketArn, keys, writes })
        .filter(({ Sid }) => Sid !== 'StateList')
        .map((statement) => ({
          ...statement,
          Sid: `${statement.Sid}${id}`,
          ...rolesOf(reader.accountId, reader.roleArn),
        })),
    ),
  ];
}
