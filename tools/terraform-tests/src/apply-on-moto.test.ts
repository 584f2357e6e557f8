import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type MotoServer, startMotoServer } from './moto-server.fixture.ts';
import { type ScratchOrganization, lockOnMoto, scratchOrganization } from './scratch-organization.fixture.ts';
import { type Terraform, terraformWith } from './terraform.fixture.ts';

/** Where moto 5.2 stops. What it learns to answer has to leave this list, what it forgets would come into it. */
const unanswered: Readonly<Record<string, readonly string[]>> = {
  'acme-organization': [
    // knows no UpdateGlobalSettings
    'aws_backup_global_settings',
    'aws_bcmdataexports_export',
    // made, but can't be read back: DescribeSubscribersForNotification
    'aws_budgets_budget',
    'aws_cloudtrail_organization_delegated_admin_account',
    'aws_iam_organizations_features',
    // knows no delegation to AWS Config
    'aws_organizations_delegated_administrator',
    // knows no PutResourcePolicy
    'aws_organizations_resource_policy',
    // made, but can't be read back: ListOrganizationAdminAccounts
    'aws_securityhub_organization_admin_account',
  ],
  'acme-retail-dev': [
    // knows policies of log groups, not of the account
    'aws_cloudwatch_log_account_policy',
    'aws_oam_link',
    'aws_route53_resolver_query_log_config',
    // S3 Control has the account's id in the host name
    'aws_s3_account_public_access_block',
  ],
};

/** Values of arguments that moto refuses, where it takes the others. */
const unknownValues: ReadonlySet<string> = new Set(['iam.amazonaws.com', 'DECLARATIVE_POLICY_EC2']);

interface Configuration {
  readonly resource: Resources;
  readonly provider: { readonly aws: readonly Provider[] };
}
/** One for each Region; all but the one at home have an alias. */
interface Provider {
  readonly alias?: string;
}
type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

describeWith(['terraform', 'provider', 'moto'], 'applied by the AWS provider on moto', (_, mirror = '', moto = '') => {
  let server: MotoServer;
  let scratch: ScratchOrganization;
  let terraform: Terraform;
  let folders: Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = await startMotoServer(moto);
    scratch = scratchOrganization();
    scratch.writeLock(lockOnMoto());
    folders = await scratch.synthesize();
    terraform = terraformWith(mirror, server.environment);
  }, 60_000);
  afterAll(async () => {
    scratch.remove();
    await server.stop();
  });

  /** Applies a stack. Returns the addresses that it has, those that exist afterwards, and the types of those that fail. */
  async function apply(stack: string) {
    const folder = folders[stack] ?? '';
    const { resource, provider } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as Configuration;
    writeFileSync(join(folder, 'override.tf.json'), JSON.stringify(overrideFor(resource, provider.aws)));
    await terraform(folder, 'init', '-input=false');
    const { said } = await terraform(folder, 'apply', '-auto-approve', '-input=false');
    const failed = [...said.matchAll(/^ {2}with ([^,]+),$/gm)].map(([, address = '']) => address);
    const listed = await terraform(folder, 'state', 'list');
    return {
      all: Object.entries(resource).flatMap(([type, blocks]) => Object.keys(blocks).map((name) => `${type}.${name}`)),
      there: listed.said.split('\n').filter((line) => line.startsWith('aws_')),
      failed,
    };
  }

  test('the organization is all there but for what moto is known not to answer', async () => {
    const { all, there, failed } = await apply('acme-organization');
    expect(typesOf(failed)).toEqual(unanswered['acme-organization']);
    expect(there).toEqual(expect.arrayContaining(all.filter((address) => !failed.includes(address))));
    expect(there.filter((address) => address.startsWith('aws_organizations_account.'))).toHaveLength(13);
  }, 180_000);

  test('a runtime account is all there but for what moto is known not to answer', async () => {
    const { all, there, failed } = await apply('acme-retail-dev');
    expect(typesOf(failed)).toEqual(unanswered['acme-retail-dev']);
    expect(there).toEqual(expect.arrayContaining(all.filter((address) => !failed.includes(address))));
    expect(there).toEqual(expect.arrayContaining(['aws_iam_role.controller', 'aws_iam_role.deployer']));
  }, 120_000);
});

const typesOf = (addresses: readonly string[]) =>
  [...new Set(addresses.map((address) => address.slice(0, address.indexOf('.'))))].sort();

/** One attempt, where the provider would repeat a call for minutes; and no value that moto refuses. */
function overrideFor(resources: Resources, providers: readonly Provider[]): unknown {
  const provider = { aws: providers.map(({ alias }) => ({ ...(alias !== undefined && { alias }), max_retries: 1 })) };
  const organization = resources['aws_organizations_organization']?.['organization'];
  if (organization === undefined) return { provider };
  const known = (value: unknown) =>
    Array.isArray(value) ? value.filter((each) => !unknownValues.has(String(each))) : value;
  const lists = ['aws_service_access_principals', 'enabled_policy_types'];
  const override = Object.fromEntries(lists.map((name) => [name, known(organization[name])]));
  return { provider, resource: { aws_organizations_organization: { organization: override } } };
}
