import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default/index.js';
import { IamAccountPasswordPolicy } from '@cdktf/provider-aws/lib/iam-account-password-policy/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block/index.js';
import { Construct } from 'constructs';

export interface AccountSettingsProps {
  /** A provider per Region of the account. */
  readonly providers: ReadonlyMap<string, AwsProvider>;
}

/**
 * Settings that every account has: strict passwords, nothing public in S3, disks encrypted in every Region.
 *
 * Passwords don't expire: who has to change one at a date picks a worse one, and a second factor stands beside it.
 * Source: NIST SP 800-63B, 5.1.1.2.
 */
export class AccountSettings extends Construct {
  constructor(scope: Construct, id: string, { providers }: AccountSettingsProps) {
    super(scope, id);
    new IamAccountPasswordPolicy(this, 'password-policy', {
      minimumPasswordLength: 16,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      passwordReusePrevention: 24,
    });
    new S3AccountPublicAccessBlock(this, 'public-access', {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    for (const [region, provider] of providers) {
      new EbsEncryptionByDefault(this, `disk-encryption-${region}`, { enabled: true, provider });
    }
  }
}
