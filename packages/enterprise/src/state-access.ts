import { type PolicyStatement, type StackContext, accountId, managementAccountId, rolesOf } from '@bulkhead/baseline';
import {
  applyRoleName,
  enterpriseAccountName,
  enterpriseUnit,
  organizationAccountAccessRoleArn,
  planRoleName,
  platformRoleArn,
} from '@bulkhead/model';
import { deployedBy } from './deployed-by.ts';
import { stateStatements } from './state-statements.ts';

/** A role of another account that keeps or reads states here. */
interface Reader {
  /** Ends the names of its statements. */
  readonly id: string;
  readonly accountId: string;
  readonly roleArn: string;
  readonly keys: readonly string[];
  readonly writes: boolean;
}

/** Policy of the bucket with the accounts' state: each role from elsewhere reaches the states that it deploys. */
export function accountsStateAccess(bucketArn: string, context: StackContext): readonly PolicyStatement[] {
  const elsewhere = [...unitReaders(context), organizationDeployer(context)];
  const here = deliveryId(context);
  return [
    ...elsewhere.flatMap((each) => access(bucketArn, each)),
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
  return [...access(bucketArn, deployer), ...nobodyBut(bucketArn, deliveryId(context), [deployer.roleArn])];
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

const access = (bucketArn: string, { id, keys, writes, ...reader }: Reader): readonly PolicyStatement[] =>
  stateStatements({ bucketArn, keys, writes }).map((statement) => ({
    ...statement,
    Sid: `${statement.Sid}${id}`,
    ...rolesOf(reader.accountId, reader.roleArn),
  }));

/** Roles of pipelines whose unit has a delivery account of its own. Those of this account need no more than their own. */
function unitReaders(context: StackContext): readonly Reader[] {
  const { organization } = context;
  const own = organization.businessUnits.filter(({ delivery }) => delivery === 'own').map(({ name }) => name);
  return organization.pipelines
    .filter(({ unit }) => unit !== enterpriseUnit && own.includes(unit))
    .flatMap((pipeline) =>
      pipeline.environments.map((environment) => ({
        pipeline,
        environment,
        accountId: accountId(pipeline.deliveryAccount, context),
        keys: deployedBy(environment, context).stateKeys,
      })),
    )
    .flatMap(({ pipeline, environment, ...each }, index): readonly Reader[] => [
      {
        ...each,
        id: `Apply${index + 1}`,
        roleArn: platformRoleArn(each.accountId, applyRoleName(pipeline, environment)),
        writes: true,
      },
      {
        ...each,
        id: `Plan${index + 1}`,
        roleArn: platformRoleArn(each.accountId, planRoleName(pipeline, environment)),
        writes: false,
      },
    ]);
}

/** It deploys everything, in an account for the first time too. */
function organizationDeployer(context: StackContext): Reader {
  const id = managementAccountId(context);
  return {
    id: 'Organization',
    accountId: id,
    roleArn: platformRoleArn(id, 'organization-deployer'),
    keys: ['*.tfstate'],
    writes: true,
  };
}
