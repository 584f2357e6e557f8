import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type MotoServer, startMotoServer } from './moto-server.fixture.ts';
import { type ScratchOrganization, lockOnMoto, scratchOrganization } from './scratch-organization.fixture.ts';
import { type Terraform, terraformWith } from './terraform.fixture.ts';

/** What moto 5.2 does not answer, so that these are validated and planned only. */
const unansweredTypes: ReadonlySet<string> = new Set([
  // 500, which the provider repeats for minutes
  'aws_budgets_budget',
  'aws_iam_organizations_features',
  'aws_oam_link',
  // knows no delegation to AWS Config
  'aws_organizations_delegated_administrator',
  // S3 Control has the account's id in the host name
  'aws_s3_account_public_access_block',
]);

/** Values of arguments that moto refuses, where it takes the others. */
const unknownValues: ReadonlySet<string> = new Set(['iam.amazonaws.com', 'DECLARATIVE_POLICY_EC2']);

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

  /** Applies what moto answers of a stack. Returns the addresses that were asked for and those that exist. */
  async function apply(stack: string) {
    const folder = folders[stack] ?? '';
    const { resource } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as { resource: Resources };
    const known = (value: unknown): unknown =>
      Array.isArray(value) ? value.filter((each) => !unknownValues.has(String(each))) : value;
    const { organization } = resource['aws_organizations_organization'] ?? {};
    if (organization) {
      const lists = ['aws_service_access_principals', 'enabled_policy_types'];
      const override = Object.fromEntries(lists.map((name) => [name, known(organization[name])]));
      writeFileSync(
        join(folder, 'override.tf.json'),
        JSON.stringify({ resource: { aws_organizations_organization: { organization: override } } }),
      );
    }
    const asked = Object.entries(resource)
      .filter(([type]) => !unansweredTypes.has(type))
      .flatMap(([type, blocks]) => Object.keys(blocks).map((name) => `${type}.${name}`));
    await terraform(folder, 'init', '-input=false');
    const targets = asked.map((address) => `-target=${address}`);
    const { exitCode, said } = await terraform(folder, 'apply', '-auto-approve', '-input=false', ...targets);
    const listed = await terraform(folder, 'state', 'list');
    return { exitCode, said, asked, there: listed.said.split('\n').filter((line) => line.startsWith('aws_')) };
  }

  test('the organization has its units, accounts, cost categories and its deployer', async () => {
    const { exitCode, said, asked, there } = await apply('acme-organization');
    expect({ exitCode, said }).toMatchObject({ exitCode: 0 });
    expect([...there].sort()).toEqual([...asked].sort());
    expect(there.filter((address) => address.startsWith('aws_organizations_account.'))).toHaveLength(13);
  }, 120_000);

  test('a runtime account has the roles of the platform, and its settings', async () => {
    const { exitCode, said, asked, there } = await apply('acme-retail-dev');
    expect({ exitCode, said }).toMatchObject({ exitCode: 0 });
    expect([...there].sort()).toEqual([...asked].sort());
    expect(there).toEqual(expect.arrayContaining(['aws_iam_role.controller', 'aws_iam_role.deployer']));
  }, 120_000);
});
