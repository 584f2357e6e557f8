import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DefinitionChange } from '@bulkhead/model';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type ScratchOrganization, committedLock, scratchOrganization } from './scratch-organization.fixture.ts';
import { type StandIn, installStandIn } from './stand-in.fixture.ts';
import { type Terraform, terraformWith } from './terraform.fixture.ts';

const sandbox = 'aws_organizations_account.acme-bi-sandbox';
const sandboxIs = (life: string): DefinitionChange => ({
  kind: 'set',
  path: 'businessUnits.bi.life',
  value: JSON.stringify({ sandbox: life }),
});
const forgotten = `${sandbox} will no longer be managed by Terraform`;
const onlyBudget =
  /aws_budgets_budget\.budget-acme-bi-sandbox will be destroyed[^]*Plan: 0 to add, \d+ to change, 1 to destroy/;
const withoutSandbox: DefinitionChange = { kind: 'remove', unit: 'bi', phases: ['sandbox'] };

// each test goes on where the one before it left the organization's state
describeWith(['terraform', 'stand-in'], 'the life of an account, by Terraform with the stand-in', (_, standin = '') => {
  let folder: string;
  let scratch: ScratchOrganization;
  let standIn: StandIn;
  let terraform: Terraform;
  let stack: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bulkhead-stand-in-'));
    standIn = await installStandIn(standin, folder);
    const management = committedLock().organization?.managementAccountId ?? '';
    const signedIn = { STANDIN_ACCOUNT: management, STANDIN_MANAGEMENT_ACCOUNT: management };
    terraform = terraformWith(standIn.mirror, { ...standIn.environment, ...signedIn });
    scratch = scratchOrganization();
    scratch.writeLock(committedLock());
    await define();
    expect(await terraform(stack, 'init', '-input=false')).toMatchObject({ exitCode: 0 });
    expect(await apply()).toMatchObject({ exitCode: 0 });
  }, 180_000);
  afterAll(() => {
    scratch.remove();
    rmSync(folder, { recursive: true });
  });

  /** Writes the organization's Terraform with changes made to its definition. */
  async function define(...changes: readonly DefinitionChange[]): Promise<void> {
    stack = (await scratch.synthesize(changes))['acme-organization'] ?? '';
  }
  const plan = () => terraform(stack, 'plan', '-input=false');
  const apply = () => terraform(stack, 'apply', '-auto-approve', '-input=false');
  const accounts = async () =>
    (await standIn.resources()).filter(({ type }) => type === 'aws_organizations_account').map(({ id }) => id);

  test('an account that is closing moves in place: nothing is made or destroyed', async () => {
    const before = await accounts();
    await define(sandboxIs('closing'));
    const { said } = await plan();
    expect(said).toContain(`${sandbox} will be updated in-place`);
    expect(said).toMatch(/Plan: 0 to add, \d+ to change, 0 to destroy/);
    expect(await apply()).toMatchObject({ exitCode: 0 });
    expect(await accounts()).toEqual(before);
  }, 120_000);

  test('an account that is taken out of the definition stays in AWS: Terraform would forget it', async () => {
    await define(withoutSandbox);
    const { exitCode, said } = await plan();
    expect(exitCode).toBe(0);
    expect(said).toContain(forgotten);
    expect(said).toMatch(onlyBudget);
  }, 120_000);

  test('an account that is closed is forgotten, with its budget alone destroyed, and nothing is left to say', async () => {
    const before = await accounts();
    await define(sandboxIs('closed'));
    expect(await terraform(stack, 'validate')).toMatchObject({ exitCode: 0 });
    const { said } = await plan();
    expect(said).toContain(forgotten);
    expect(said).toMatch(onlyBudget);
    expect(await apply()).toMatchObject({ exitCode: 0 });
    expect(await accounts()).toEqual(before);
    expect((await terraform(stack, 'state', 'list')).said).not.toContain(sandbox);
    expect((await plan()).said).toContain('No changes');
  }, 180_000);

  test('a closed account can be taken out of the definition afterwards', async () => {
    await define(withoutSandbox);
    const { exitCode, said } = await plan();
    expect(exitCode).toBe(0);
    expect(said).toMatch(/No changes|0 to add, \d+ to change, 0 to destroy/);
  }, 120_000);
});
