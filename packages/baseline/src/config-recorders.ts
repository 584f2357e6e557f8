import { type Account, enterpriseAccountName, sharedServicesBucketName } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { type AccountStack, accountId } from './account-stack.ts';
import { ConfigRecorder } from './config-recorder.ts';
import { PlatformRole } from './platform-role.ts';
import type { PolicyStatement } from './policy-json.ts';
import { serviceTrust } from './service-trust.ts';
import type { StackContext } from './stack-context.ts';

/** Adds a recorder of AWS Config for every Region of an account, and the role as which they look and deliver. */
export function addConfigRecorders(
  stack: AccountStack,
  account: Account,
  context: StackContext,
  providers: ReadonlyMap<string, AwsProvider>,
  dependsOn: readonly ITerraformDependable[] = [],
): void {
  const { name: organization, regions } = context.organization;
  const id = accountId(account.name, context);
  const sharedServicesId = accountId(enterpriseAccountName(organization, 'shared-services'), context);
  const bucketName = sharedServicesBucketName(organization, 'config', sharedServicesId);
  const { arn: roleArn } = new PlatformRole(stack, 'config-recorder', {
    name: 'config-recorder',
    description: 'records resources for AWS Config',
    trust: [serviceTrust('Config', 'config', { StringEquals: { 'aws:SourceAccount': id } })],
    permissions: deliver(bucketName, id, `arn:aws:kms:${regions[0]}:${sharedServicesId}:key/*`),
    managedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWS_ConfigRole'],
  });
  for (const [region, provider] of providers) {
    new ConfigRecorder(stack, `recorder-${region}`, {
      provider,
      roleArn,
      bucketName,
      globalTypes: region === account.regions[0],
      dependsOn,
    });
  }
}

/** Source: AWS Config Developer Guide, permissions for the S3 delivery channel, when using IAM roles. */
const deliver = (bucketName: string, accountId: string, keyArn: string): readonly PolicyStatement[] => [
  {
    Sid: 'Deliver',
    Effect: 'Allow',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${bucketName}/AWSLogs/${accountId}/Config/*`,
    Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
  },
  {
    Sid: 'Bucket',
    Effect: 'Allow',
    Action: ['s3:GetBucketAcl', 's3:ListBucket'],
    Resource: `arn:aws:s3:::${bucketName}`,
  },
  // which key it is AWS chose; the policy of the key says who may
  { Sid: 'Key', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: keyArn },
];
