import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type BucketLifecycle, lifecycleRule } from './bucket-lifecycle.ts';
import { type PolicyStatement, policyJson } from './policy-json.ts';

export interface PrivateBucketProps {
  /** Global: carries the account's id. */
  readonly name: string;
  readonly provider: AwsProvider;
  /** Key that encrypts by default; S3's own key where left out. */
  readonly keyArn?: string;
  /** Default retention of every object version. */
  readonly objectLock?: { readonly mode: 'compliance' | 'governance'; readonly years: number };
  /** Bucket that takes the server access log, and under which prefix. */
  readonly accessLog?: { readonly to: PrivateBucket; readonly prefix: string };
  readonly lifecycle?: BucketLifecycle;
  /** Who may do what, besides the account's own policies. */
  readonly policy?: readonly PolicyStatement[];
  /** Lets a plan destroy the bucket once it is empty: where nothing in it would be missed. */
  readonly destroyable?: boolean;
  /** Put on the bucket besides the account's tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A versioned, encrypted bucket that nothing makes public, that is reached by TLS only and that no plan destroys unless it may. */
export class PrivateBucket extends Construct {
  readonly arn: string;
  readonly name: string;
  /** What has to be there before an AWS service is told to deliver: services check the bucket first. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { provider, name, objectLock } = props;
    const { bucket } = new S3Bucket(this, 'Default', {
      provider,
      bucket: name,
      ...(objectLock && { objectLockEnabled: true }),
      ...(!props.destroyable && { lifecycle: { preventDestroy: true } }),
      ...(props.tags && { tags: { ...props.tags } }),
    });
    // the name is known: policies are literal JSON
    this.arn = `arn:aws:s3:::${name}`;
    this.name = name;
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      provider,
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      provider,
      bucket,
      rule: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault:
            props.keyArn === undefined
              ? { sseAlgorithm: 'AES256' }
              : { sseAlgorithm: 'aws:kms', kmsMasterKeyId: props.keyArn },
        },
      ],
    });
    new S3BucketOwnershipControls(this, 'ownership', {
      provider,
      bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    const publicAccess = new S3BucketPublicAccessBlock(this, 'public-access', {
      provider,
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const statements = policyJson([tlsOnly(this.arn), ...(props.policy ?? [])]);
    this.node.addValidation({
      validate: () =>
        statements.length > maxPolicy
          ? [`policy of bucket ${name} has ${statements.length} characters, AWS takes ${maxPolicy}`]
          : [],
    });
    const policy = new S3BucketPolicy(this, 'policy', {
      provider,
      bucket,
      policy: statements,
      // S3 answers a policy with a conflict while the other is being put
      dependsOn: [publicAccess],
    });
    this.ready = [policy];
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      provider,
      bucket,
      rule: [lifecycleRule(props.lifecycle ?? {})],
      // a rule about versions is refused before there are any
      dependsOn: [versioning],
    });
    if (props.accessLog) {
      new S3BucketLoggingA(this, 'access-log', {
        provider,
        bucket,
        targetBucket: props.accessLog.to.name,
        targetPrefix: props.accessLog.prefix,
        // S3 refuses a target that doesn't let the log in
        dependsOn: [...props.accessLog.to.ready],
      });
    }
    if (objectLock) {
      new S3BucketObjectLockConfigurationA(this, 'object-lock', {
        provider,
        bucket,
        rule: { defaultRetention: { mode: objectLock.mode.toUpperCase(), years: objectLock.years } },
        dependsOn: [versioning],
      });
    }
  }
}

// AWS: S3 user guide, bucket policies
const maxPolicy = 20_480;

const tlsOnly = (arn: string): PolicyStatement => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
