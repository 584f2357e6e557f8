import { type Place } from '@bulkhead/controller';
import { type PlatformRole, platformRoleArn } from '@bulkhead/model';
import { STSClient, type STSClientConfig, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { doesIdentityRequireRefresh, isIdentityExpired, memoizeIdentityProvider } from '@smithy/core';
import type { AwsCredentialIdentityProvider } from '@smithy/types';

/** IAM actions that getting from role to role takes. */
export const sessionActions = ['sts:AssumeRole'] as const;

/** How a role is assumed: where the token service is, and as whom. */
export interface RoleCredentialsOptions {
  /** The credentials at hand. */
  readonly base: AwsCredentialIdentityProvider;
  readonly deliveryAccountId: string;
  readonly sts: STSClientConfig;
}

/** Credentials by account and role. */
export type RoleCredentials = (accountId: Place['accountId'], role: PlatformRole) => AwsCredentialIdentityProvider;

/**
 * Goes from the credentials at hand to `/bulkhead/controller` in the delivery account and from there to the roles of
 * the other accounts. Each role is assumed once for all clients and again shortly before its credentials expire; AWS
 * lets chained roles live for an hour at most.
 */
export function roleCredentials({ base, deliveryAccountId, sts }: RoleCredentialsOptions): RoleCredentials {
  const known = new Map<string, AwsCredentialIdentityProvider>();
  const assumed = (from: AwsCredentialIdentityProvider, RoleArn: string) =>
    kept(
      fromTemporaryCredentials({
        params: { RoleArn, RoleSessionName: 'bulkhead' },
        masterCredentials: from,
        clientConfig: sts,
      }),
    );
  const controller = kept(async () => {
    const { Arn = '' } = await new STSClient({ ...sts, credentials: base }).send(new GetCallerIdentityCommand({}));
    // A role need not trust itself. The ARN of a session leaves the role's path out (IAM User Guide, identifiers).
    const isController = Arn.includes(`::${deliveryAccountId}:assumed-role/controller/`);
    return isController ? base() : assumed(base, platformRoleArn(deliveryAccountId, 'controller'))();
  });
  return (accountId, role) => {
    const arn = platformRoleArn(accountId, role);
    const isOwn = accountId === deliveryAccountId && role === 'controller';
    const provider = known.get(arn) ?? (isOwn ? controller : assumed(controller, arn));
    known.set(arn, provider);
    return provider;
  };
}

function kept(provider: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  return memoizeIdentityProvider(provider, isIdentityExpired, doesIdentityRequireRefresh) ?? provider;
}
