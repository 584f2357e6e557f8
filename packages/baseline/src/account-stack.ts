import { type Account, isOptInRegion, organizationAccountAccessRoleArn, platformRoleArn } from '@bulkhead/model';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { StackContext } from './stack-context.ts';
import { configureState } from './state-backend.ts';

/** The account that a stack is about. */
export interface StackAccount {
  /** Undefined until the lock has it: then the credentials at hand decide. */
  readonly id: string | undefined;
  /** Role to assume there; undefined to use the credentials at hand. */
  readonly roleArn: string | undefined;
  /** Home first. A provider stands ready for each. */
  readonly regions: readonly [home: string, ...further: string[]];
  /** Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface AccountStackProps {
  readonly context: StackContext;
  readonly account: StackAccount;
  /** Owner of the stack's state: a unit's pipelines read the keys under its name. */
  readonly unit: string;
}

/** One stack, one account, one state. Terraform reaches the account through the platform's deployer role there. */
export class AccountStack extends TerraformStack {
  /** A provider per Region of the account, home first. */
  protected readonly providers: ReadonlyMap<string, AwsProvider>;

  constructor(scope: Construct, name: string, { context, account, unit }: AccountStackProps) {
    super(scope, name);
    const [home] = account.regions;
    this.providers = new Map(
      account.regions.map((region) => [
        region,
        new AwsProvider(this, region === home ? 'aws' : `aws-${region}`, {
          region,
          ...(region !== home && { alias: region }),
          // else the Region's own STS is asked, which knows nobody whose account hasn't enabled the Region
          ...(isOptInRegion(region) && { stsRegion: context.organization.regions[0] }),
          ...(account.id !== undefined && { allowedAccountIds: [account.id] }),
          ...(account.roleArn !== undefined && { assumeRole: [{ roleArn: account.roleArn, sessionName: 'bulkhead' }] }),
          defaultTags: [{ tags: account.tags }],
        }),
      ]),
    );
    // both generations of the provider that users have; nothing here uses an argument that only one of them knows
    this.addOverride('terraform.required_providers.aws.version', '>= 5.100.0, < 7.0.0');
    // S3 state with a lock file: OpenTofu has it since 1.10, which it compares with its own version
    this.addOverride('terraform.required_version', '>= 1.10.0');
    configureState(this, context, unit);
  }

  /** The provider for one of the account's Regions. */
  providerIn(region: string): AwsProvider {
    const provider = this.providers.get(region);
    if (!provider) throw new Error(`stack ${this.node.id} has no provider for ${region}`);
    return provider;
  }

  /** Puts ids that AWS chose into the lock once the stack is deployed. */
  protected putIntoLock(ids: Readonly<Record<string, unknown>>): void {
    new TerraformOutput(this, 'lock', { value: ids });
  }
}

/**
 * How Terraform reaches an account of the organization: through the platform's deployer role once the lock says that it
 * is there, and for the first deployment through the role that AWS puts into every created account.
 */
export function memberAccount({ name, regions, tags }: Account, { lock }: StackContext): StackAccount {
  const id = accountId(name, { lock });
  const roleArn =
    lock.accounts?.[name]?.deployer === true ? platformRoleArn(id, 'deployer') : organizationAccountAccessRoleArn(id);
  return { id, roleArn, regions, tags };
}

/** The id of an account from the lock. */
export function accountId(name: string, { lock }: Pick<StackContext, 'lock'>): string {
  const id = lock.accounts?.[name]?.id;
  if (id === undefined) throw new Error(`organization.lock.json has no account ${name}, deploy the organization first`);
  return id;
}

/** The organization's id from the lock. */
export function organizationId({ lock }: Pick<StackContext, 'lock'>): string {
  const id = lock.organization?.id;
  if (id === undefined) throw new Error('organization.lock.json has no organization id, deploy the organization first');
  return id;
}

/** The management account's id from the lock. */
export function managementAccountId({ lock }: Pick<StackContext, 'lock'>): string {
  const id = lock.organization?.managementAccountId;
  if (id === undefined)
    throw new Error('organization.lock.json has no management account, deploy the organization first');
  return id;
}
