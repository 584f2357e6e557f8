import { CloudwatchLogAccountPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-account-policy/index.js';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel/index.js';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile/index.js';
import { IamPolicyAttachment } from '@cdktf/provider-aws/lib/iam-policy-attachment/index.js';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy/index.js';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKeyPolicy } from '@cdktf/provider-aws/lib/kms-key-policy/index.js';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import { ServicequotasServiceQuota } from '@cdktf/provider-aws/lib/servicequotas-service-quota/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter/index.js';
import { Aspects, TerraformResource, Testing } from 'cdktf';
import { grantedDefinition, resourcesOf, stacksOf } from './grants/granted.fixture.ts';
import { partOfType } from './protected-types.ts';
import type { RuntimeAccountStack } from './runtime-account-stack.ts';

/** What the synthesis says after a unit's own program. */
function said(main: (stack: RuntimeAccountStack) => void): string {
  const stack = stacksOf().find(({ node }) => node.id === 'example-shop-prod');
  if (!stack) throw new Error('no stack');
  main(stack);
  try {
    Testing.synth(stack, true);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const partOf = (stack: RuntimeAccountStack, path: string) =>
  stack.node.findAll().find((node) => node instanceof TerraformResource && nameOf(node) === path) as TerraformResource;
const nameOf = (node: TerraformResource) => `${node.terraformResourceType}.${node.friendlyUniqueId}`;
const policy = '{}';

test.each<[touched: string, main: (stack: RuntimeAccountStack) => unknown, problem: string]>([
  [
    'telemetry',
    (stack) => new ConfigDeliveryChannel(stack, 'mine', { s3BucketName: 'mine' }),
    'shop in prod: aws_config_delivery_channel.mine touches telemetry, which every account has alike: take it out of main.ts',
  ],
  [
    'guardrails',
    (stack) => new OrganizationsPolicyAttachment(stack, 'mine', { policyId: 'p-1', targetId: 'r-1' }),
    'shop in prod: aws_organizations_policy_attachment.mine touches guardrails',
  ],
  [
    'limits',
    (stack) => new ServicequotasServiceQuota(stack, 'mine', { quotaCode: 'L-1', serviceCode: 'ec2', value: 9 }),
    'aws_servicequotas_service_quota.mine touches what the controller does',
  ],
  [
    'the path of the platform',
    (stack) => new IamRole(stack, 'mine', { name: 'mine', path: '/bulkhead/', assumeRolePolicy: policy }),
    "aws_iam_role.mine stands under /bulkhead/, where the platform's own stands: choose another path",
  ],
  [
    'what stands below that path',
    (stack) => new IamPolicy(stack, 'mine', { path: '/telemetry/mine/', policy }),
    'aws_iam_policy.mine stands under /telemetry/',
  ],
  [
    'the name of a platform role',
    (stack) => new IamRole(stack, 'mine', { name: 'controller', assumeRolePolicy: policy }),
    "aws_iam_role.mine touches the role controller, which is the platform's: use a role of the unit's own",
  ],
  [
    'a platform role, by name',
    (stack) => new IamRolePolicy(stack, 'mine', { role: 'operator', policy }),
    'aws_iam_role_policy.mine touches the role operator',
  ],
  [
    'a platform role, by reference',
    (stack) => {
      const role = partOf(stack, 'aws_iam_role.controller').getStringAttribute('name');
      new IamRolePolicyAttachment(stack, 'mine', { role, policyArn: 'arn:aws:iam::aws:policy/Any' });
    },
    'aws_iam_role_policy_attachment.mine touches the role controller',
  ],
  [
    'a platform role among others',
    (stack) => new IamPolicyAttachment(stack, 'mine', { name: 'mine', roles: ['own', 'observer'], policyArn: 'arn' }),
    'aws_iam_policy_attachment.mine touches the role observer',
  ],
  [
    'the rights of a platform role',
    (stack) => new IamInstanceProfile(stack, 'mine', { role: 'deployer' }),
    'aws_iam_instance_profile.mine touches the role deployer',
  ],
  [
    'the policy of a store, by name',
    (stack) => new S3BucketPolicy(stack, 'mine', { bucket: stack.store('orders').name, policy }),
    'shop in prod: aws_s3_bucket_policy.mine says who reaches the store orders: write a grant instead',
  ],
  [
    'the policy of a store, by reference',
    (stack) => {
      const queueUrl = partOf(stack, 'aws_sqs_queue.store-events').getStringAttribute('url');
      new SqsQueuePolicy(stack, 'mine', { queueUrl, policy });
    },
    'aws_sqs_queue_policy.mine says who reaches the store events',
  ],
  [
    'the policy of a store, by address',
    (stack) => {
      const queueUrl = `https://sqs.eu-west-1.amazonaws.com/000000000014/${stack.store('events').name}`;
      new SqsQueuePolicy(stack, 'mine', { queueUrl, policy });
    },
    'aws_sqs_queue_policy.mine says who reaches the store events',
  ],
  [
    'the key of a store',
    (stack) => new KmsKeyPolicy(stack, 'mine', { keyId: stack.store('orders').keyArn ?? '', policy }),
    'aws_kms_key_policy.mine says who reaches the store orders',
  ],
  [
    'the settings of the agent',
    (stack) => new SsmParameter(stack, 'mine', { name: 'AmazonCloudWatch-bulkhead', type: 'String', value: '{}' }),
    'aws_ssm_parameter.mine is named like aws_ssm_parameter.telemetry-agent_settings-eu-west-1_',
  ],
  [
    'the name of a workload',
    (stack) => new IamRole(stack, 'mine', { name: 'web', path: '/own/', assumeRolePolicy: policy }),
    "aws_iam_role.mine is named like aws_iam_role.workload-web, which is the platform's: choose another name",
  ],
  [
    'the alias of the key of a store',
    (stack) => new KmsAlias(stack, 'mine', { name: 'alias/store/orders', targetKeyId: 'key' }),
    'aws_kms_alias.mine is named like aws_kms_alias.store-orders_key_alias_',
  ],
  [
    'a role, by an override',
    (stack) => {
      partOf(stack, 'aws_iam_role.operator').addOverride('max_session_duration', 43_200);
    },
    'shop in prod: main.ts changes aws_iam_role.operator: take the change out',
  ],
  [
    'telemetry, by a setting',
    (stack) => {
      const [sent] = stack.node.findAll().filter((node) => node instanceof CloudwatchLogAccountPolicy);
      if (sent) sent.policyDocument = '{}';
    },
    'main.ts changes aws_cloudwatch_log_account_policy.',
  ],
  [
    'whatever an aspect visits',
    (stack) => {
      Aspects.of(stack).add({ visit: (node) => node instanceof IamRole && (node.description = 'mine') });
    },
    'main.ts changes aws_iam_role.controller',
  ],
  [
    'a part that goes',
    (stack) => stack.node.tryRemoveChild('controller'),
    'shop in prod: main.ts takes aws_iam_role.controller away: leave it in',
  ],
  [
    'the stack as a whole',
    (stack) => {
      stack.addOverride('resource.aws_iam_role.operator.description', 'mine');
    },
    'shop in prod: main.ts overrides the stack: override a resource of the unit',
  ],
  [
    'the account that is deployed to',
    (stack) => {
      const provider = stack.providerIn('eu-west-1');
      provider.allowedAccountIds = ['000000000099'];
    },
    'main.ts changes the provider aws: take the change out',
  ],
])("a unit's own program that touches %s fails by name", (_, main, problem) => {
  expect(said(main)).toContain(problem);
});

test.each([...partOfType])("a unit's own %s touches %s", (type, part) => {
  const main = (stack: RuntimeAccountStack) =>
    new TerraformResource(stack, 'mine', {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: 'aws' },
    });
  expect(said(main)).toContain(`shop in prod: ${type}.mine touches ${part},`);
});

test('what is its own, a unit adds freely, and gives its workloads more rights', () => {
  const main = (stack: RuntimeAccountStack) => {
    const role = new IamRole(stack, 'job', { name: 'job', path: '/workload/', assumeRolePolicy: policy });
    new IamRolePolicy(stack, 'job-rights', { role: role.name, policy });
    new IamRolePolicy(stack, 'web-rights', { role: stack.workload('web').name, policy });
    const { bucket } = new S3Bucket(stack, 'own', { bucket: 'own' });
    new S3BucketPolicy(stack, 'own-policy', { bucket, policy });
    const queue = new SqsQueue(stack, 'orders-done', { name: 'orders-done' });
    new SqsQueuePolicy(stack, 'queue-policy', { queueUrl: queue.url, policy });
    new SsmParameter(stack, 'flag', { name: 'flag', type: 'String', value: 'on' });
    stack.recordNetwork('network', 'vpc-1');
  };
  expect(said(main)).toBe('');
});

test('an account to which nothing was added is as the platform made it', () => {
  const accounts = ['shop-dev', 'shop-prod', 'bi-dev', 'bi-prod'].map((name) => `example-${name}`);
  const stacks = stacksOf(grantedDefinition);
  for (const account of accounts) expect(Object.keys(resourcesOf(account, stacks))).not.toEqual([]);
});
