import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { App, TerraformStack, Testing } from 'cdktf';
import { AccountSettings } from './account-settings.ts';
import type { BucketLifecycle } from './bucket-lifecycle.ts';
import { DeployerRole } from './deployer-role.ts';
import { EncryptionKey } from './encryption-key.ts';
import type { PipelineRole } from './pipeline-trust.ts';
import { PlatformRole } from './platform-role.ts';
import { PrivateBucket } from './private-bucket.ts';

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** Synthesizes what `add` adds to a stack with a provider, and returns its resources by type and address. */
function resourcesOf(add: (stack: TerraformStack, provider: AwsProvider) => void): Blocks {
  const stack = new TerraformStack(new App(), 'test');
  add(stack, new AwsProvider(stack, 'aws', { region: 'eu-west-1' }));
  return (JSON.parse(Testing.synth(stack)) as { resource: Blocks }).resource;
}

const only = (blocks: Blocks, type: string) => {
  const found = Object.values(blocks[type] ?? {});
  expect(found).toHaveLength(1);
  return found[0] ?? {};
};
const policyOf = (block: Readonly<Record<string, unknown>>, argument = 'policy'): unknown =>
  JSON.parse(String(block[argument]));

describe('a private bucket', () => {
  const bucket = resourcesOf((stack, provider) => {
    new PrivateBucket(stack, 'archive', {
      name: 'example-archive',
      provider,
      keyArn: 'arn:aws:kms:eu-west-1:000000000001:key/1',
      objectLock: { mode: 'compliance', years: 7 },
    });
  });

  test('reads as what it is in its address, and no plan destroys it', () => {
    expect(Object.keys(bucket['aws_s3_bucket'] ?? {})).toEqual(['archive']);
    expect(only(bucket, 'aws_s3_bucket')).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test('is versioned, encrypted with its key, and owned by its account', () => {
    expect(only(bucket, 'aws_s3_bucket_versioning')).toMatchObject({ versioning_configuration: { status: 'Enabled' } });
    expect(JSON.stringify(only(bucket, 'aws_s3_bucket_server_side_encryption_configuration'))).toContain(
      '"kms_master_key_id":"arn:aws:kms:eu-west-1:000000000001:key/1","sse_algorithm":"aws:kms"',
    );
    expect(only(bucket, 'aws_s3_bucket_ownership_controls')).toMatchObject({
      rule: { object_ownership: 'BucketOwnerEnforced' },
    });
  });

  test('is public in no way, and reached by TLS only', () => {
    expect(only(bucket, 'aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(policyOf(only(bucket, 'aws_s3_bucket_policy'))).toMatchObject({
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-archive', 'arn:aws:s3:::example-archive/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('locks objects for the retention that is asked for', () => {
    expect(only(bucket, 'aws_s3_bucket')).toMatchObject({ object_lock_enabled: true });
    expect(only(bucket, 'aws_s3_bucket_object_lock_configuration')).toMatchObject({
      rule: { default_retention: { mode: 'COMPLIANCE', years: 7 } },
    });
  });

  test('is logged into another bucket once that one lets the log in', () => {
    const logged = resourcesOf((stack, provider) => {
      const to = new PrivateBucket(stack, 'logs', { name: 'logs', provider });
      new PrivateBucket(stack, 'archive', { name: 'archive', provider, accessLog: { to, prefix: 'archive/' } });
    });
    expect(only(logged, 'aws_s3_bucket_logging')).toMatchObject({
      target_bucket: 'logs',
      target_prefix: 'archive/',
      depends_on: [expect.stringMatching(/^aws_s3_bucket_policy\.logs_policy_/)],
    });
  });

  test('forgets parts of uploads that nobody completed, and otherwise what it is told to', () => {
    const rules = (lifecycle?: BucketLifecycle) =>
      only(
        resourcesOf((stack, provider) => {
          new PrivateBucket(stack, 'bucket', { name: 'x', provider, ...(lifecycle && { lifecycle }) });
        }),
        'aws_s3_bucket_lifecycle_configuration',
      )['rule'];
    const parts = { abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] };
    expect(rules()).toEqual([{ id: 'lifecycle', status: 'Enabled', filter: [{ prefix: '' }], ...parts }]);
    expect(rules({ coldAfter: 90, expireAfter: 366, deleteNoncurrentAfter: 30 })).toMatchObject([
      {
        transition: [{ days: 90, storage_class: 'GLACIER_IR' }],
        expiration: [{ days: 366 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      },
    ]);
  });

  test('locks nothing where no retention is asked for', () => {
    const plain = resourcesOf(
      (stack, provider) => new PrivateBucket(stack, 'artifacts', { name: 'artifacts', provider }),
    );
    expect(plain['aws_s3_bucket_object_lock_configuration']).toBeUndefined();
    expect(only(plain, 'aws_s3_bucket')).not.toHaveProperty('object_lock_enabled');
  });
});

test('what nobody would miss may be destroyed by a plan, a key after a week', () => {
  const blocks = resourcesOf((stack, provider) => {
    new PrivateBucket(stack, 'trial', {
      name: 'example-trial',
      provider,
      destroyable: true,
      tags: { DataClass: 'none' },
    });
    new EncryptionKey(stack, 'key', {
      alias: 'trial',
      description: 'of a trial',
      accountId: '000000000001',
      provider,
      destroyable: true,
    });
  });
  expect(only(blocks, 'aws_s3_bucket')).toMatchObject({ tags: { DataClass: 'none' } });
  expect(only(blocks, 'aws_kms_key')).toMatchObject({ deletion_window_in_days: 7 });
  for (const type of ['aws_s3_bucket', 'aws_kms_key']) expect(only(blocks, type)).not.toHaveProperty('lifecycle');
});

test('a key rotates, no plan destroys it, and its account decides over it', () => {
  const key = resourcesOf((stack, provider) => {
    new EncryptionKey(stack, 'key', { alias: 'telemetry', description: 'x', accountId: '000000000001', provider });
  });
  expect(only(key, 'aws_kms_key')).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    lifecycle: { prevent_destroy: true },
  });
  expect(policyOf(only(key, 'aws_kms_key'))).toMatchObject({
    Statement: [{ Principal: { AWS: 'arn:aws:iam::000000000001:root' } }],
  });
  expect(only(key, 'aws_kms_alias')).toMatchObject({ name: 'alias/telemetry' });
});

test('a key that must outlive everybody is deleted and disabled by nobody', () => {
  const key = resourcesOf((stack, provider) => {
    const common = { alias: 'artifacts', description: 'x', accountId: '000000000001', provider };
    new EncryptionKey(stack, 'key', { ...common, undeletable: true });
  });
  expect(policyOf(only(key, 'aws_kms_key'))).toMatchObject({
    Statement: [
      { Sid: 'Account' },
      { Effect: 'Deny', Principal: '*', Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'], Resource: '*' },
    ],
  });
});

test.each([
  [100, 'fits'],
  [250, 'the policy of alias/orders has 40688 characters, AWS takes 32768'],
])('a key whose policy lets %d roles in: %s', (roles, said) => {
  const stack = new TerraformStack(new App(), 'test');
  const provider = new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const use = Array.from({ length: roles }, (_, index) => ({
    ...({ Sid: `Role${index}`, Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' } as const),
    Principal: { AWS: `arn:aws:iam::000000000002:role/workload/loader-of-the-warehouse-${index}` },
  }));
  new EncryptionKey(stack, 'key', { alias: 'orders', description: 'x', accountId: '000000000001', provider, use });
  const synthesis = () => Testing.synth(stack, true);
  if (said === 'fits') expect(synthesis).not.toThrow();
  else expect(synthesis).toThrow(said);
});

test('a role of the platform stands under /bulkhead/', () => {
  const role = resourcesOf((stack) => {
    new PlatformRole(stack, 'controller', { name: 'controller', description: 'x', trust: [] });
  });
  expect(only(role, 'aws_iam_role')).toMatchObject({ name: 'controller', path: '/bulkhead/' });
});

describe('the deployer', () => {
  const trustOf = (deployers: readonly PipelineRole[]) => {
    const role = resourcesOf((stack) => {
      new DeployerRole(stack, 'deployer', { deployers, managementAccountId: '000000000003' });
    });
    return policyOf(only(role, 'aws_iam_role'), 'assume_role_policy');
  };
  const organization = {
    Principal: { AWS: 'arn:aws:iam::000000000003:root' },
    Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::000000000003:role/bulkhead/organization-deployer' } },
  };
  const pipelines = (accountId: string, ...roleNames: readonly string[]) => ({
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Condition: {
      ArnLike: { 'aws:PrincipalArn': roleNames.map((name) => `arn:aws:iam::${accountId}:role/bulkhead/${name}`) },
    },
  });

  test('trusts the roles that deploy, each in its account, and the organization deployer, and nobody else', () => {
    const deployers: readonly PipelineRole[] = [
      { accountId: '000000000002', roleName: 'apply-a-prod' },
      { accountId: '000000000004', roleName: 'apply-b-prod' },
      { accountId: '000000000002', roleName: 'apply-a-dev' },
    ];
    expect(trustOf(deployers)).toMatchObject({
      Statement: [
        { Sid: 'Pipelines', ...pipelines('000000000002', 'apply-a-prod', 'apply-a-dev') },
        { Sid: 'Pipelines2', ...pipelines('000000000004', 'apply-b-prod') },
        organization,
      ],
    });
  });

  test('trusts the organization deployer alone where no pipeline deploys', () => {
    expect(trustOf([])).toMatchObject({ Statement: [organization] });
  });
});

test('a role whose policies AWS would not take is refused before anything is deployed', () => {
  const stack = new TerraformStack(new App(), 'test');
  const statement = { Sid: 'Long', Effect: 'Allow', Action: 'sts:AssumeRole' } as const;
  const names = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-${index}`);
  new PlatformRole(stack, 'fits', { name: 'controller', description: 'x', trust: [], permissions: [statement] });
  const long = new PlatformRole(stack, 'long', {
    name: 'deployer',
    description: 'x',
    trust: [{ ...statement, Condition: { ArnLike: { 'aws:PrincipalArn': names(80) } } }],
    permissions: [{ ...statement, Resource: names(400) }],
  });
  expect(long.node.validate()).toEqual([
    expect.stringMatching(/^trust of role deployer have \d+ characters, AWS takes 2048$/),
    expect.stringMatching(/^permissions of role deployer have \d+ characters, AWS takes 10240$/),
  ]);
  expect(stack.node.findChild('fits').node.validate()).toEqual([]);
});

test('a bucket whose policy AWS would not take is refused before anything is deployed', () => {
  const stack = new TerraformStack(new App(), 'test');
  const provider = new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const bucket = (name: string, count: number) =>
    new PrivateBucket(stack, name, {
      name,
      provider,
      policy: [
        {
          Sid: 'Long',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: Array.from({ length: count }, (_, index) => `arn:aws:s3:::${name}/${String(index)}`),
        },
      ],
    });
  expect(bucket('fits', 100).node.validate()).toEqual([]);
  expect(bucket('long', 1000).node.validate()).toEqual([
    expect.stringMatching(/^policy of bucket long has \d+ characters, AWS takes 20480$/),
  ]);
});

test('account settings encrypt disks in every Region of the account, each by the provider of its Region', () => {
  const settings = resourcesOf((stack, provider) => {
    const further = new AwsProvider(stack, 'further', { region: 'us-east-1', alias: 'us-east-1' });
    const providers = new Map([
      ['eu-west-1', provider],
      ['us-east-1', further],
    ]);
    new AccountSettings(stack, 'settings', { providers });
  });
  expect(Object.values(settings['aws_ebs_encryption_by_default'] ?? {})).toMatchObject([
    { enabled: true, provider: 'aws' },
    { enabled: true, provider: 'aws.us-east-1' },
  ]);
  expect(only(settings, 'aws_iam_account_password_policy')).toMatchObject({ minimum_password_length: 16 });
  expect(only(settings, 'aws_s3_account_public_access_block')).toMatchObject({ block_public_policy: true });
});
