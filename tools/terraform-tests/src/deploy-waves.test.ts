import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseLock } from '@bulkhead/model';
import { execa } from 'execa';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type ScratchOrganization, committedLock, scratchOrganization } from './scratch-organization.fixture.ts';
import { type StandIn, installStandIn } from './stand-in.fixture.ts';
import type { Outcome } from './terraform.fixture.ts';

const cli = join(process.cwd(), 'apps', 'cli', 'bin', 'bulkhead.js');
/** Before what ends in acme has ended. */
const startOnDay = pathToFileURL(join(process.cwd(), 'apps', 'cli', 'dist', 'start-on-day.fixture.js')).href;
const stacks = [...Object.keys(committedLock().accounts ?? {}), 'acme-organization', 'acme-guardrails'];

// each test goes on where the one before it left the organization, like a person would
describeWith(['terraform', 'stand-in'], 'deploying acme with the stand-in for the AWS provider', (_, standin = '') => {
  let folder: string;
  let scratch: ScratchOrganization;
  let standIn: StandIn;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bulkhead-stand-in-'));
    standIn = await installStandIn(standin, folder);
    scratch = scratchOrganization();
  }, 60_000);
  afterAll(() => {
    scratch.remove();
    rmSync(folder, { recursive: true });
  });

  const start = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    execa(process.execPath, ['--import', startOnDay, cli, ...args], {
      cwd: scratch.workspace,
      env: { ...standIn.environment, ...environment },
      extendEnv: false,
      all: true,
      reject: false,
      detached: true,
    });
  const run = async (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
    const { exitCode, all } = await start(args, environment);
    return { exitCode, said: all };
  };
  const deploy = ['deploy', '--org', 'acme'];
  const deployed = () =>
    Object.entries(scratch.lock()?.accounts ?? {})
      .filter(([, { deployer }]) => deployer === true)
      .map(([name]) => name);

  test('what would change is told before anything is there, and changes nothing', async () => {
    const { exitCode, said } = await run([...deploy, '--dry-run']);
    expect(said).toMatch(/✓ acme-organization\s+\d+ to add, 0 to change, 0 to destroy/);
    expect(said).toContain('waiting for an earlier wave: acme-shared-services');
    expect(exitCode).toBe(0);
    expect(await standIn.resources()).toEqual([]);
    expect(scratch.lock()).toBeUndefined();
  }, 60_000);

  test('an account that cannot be created stops the first wave, in the words of Terraform', async () => {
    const { exitCode, said } = await run(deploy, { STANDIN_FAIL: 'aws_organizations_account:3' });
    expect(exitCode).toBe(1);
    expect(said).toContain('error: acme-organization failed\n\nError: ');
    expect(said).toContain('injected fault');
    expect(said).toContain('mend it and deploy again: what is done is skipped');
    expect(said).not.toMatch(/[│╷╵]|Stacks? deploying|exit code/);
    expect(said).not.toContain('wave 2');
  }, 120_000);

  test('killed in the middle of the third wave, it has kept what was done', async () => {
    // whatever may run once the first of the wave are done is held: no resource is made whose state is not written yet
    const free = ['acme-identity', 'acme-delivery', 'acme-startup-delivery'];
    const held = stacks.filter((stack) => /-(sandbox|dev|stage|prod|dr)$/.test(stack));
    const each = 3;
    const atOnce = 4;
    const deployment = start(deploy, standIn.holding(held, each));
    await until(() => held.filter((stack) => standIn.isHeld(stack)).length === atOnce);
    const running = held.filter((stack) => standIn.isHeld(stack));
    await until(() => running.every((stack) => scratch.resourcesInState(stack) === each));
    expect(free.filter((stack) => !deployed().includes(stack))).toEqual([]);
    const meanwhile = await run([...deploy, '--dry-run', '--stack', running[0] ?? '']);
    expect(meanwhile.said).toMatch(/^ +terraform force-unlock [0-9a-f-]{36}$/m);
    if (deployment.pid !== undefined) process.kill(-deployment.pid, 'SIGKILL');
    await deployment;
    const made = (await standIn.resources()).filter(({ stack }) => held.includes(stack));
    expect(made).toHaveLength(atOnce * each);
    for (const stack of held) expect(deployed()).not.toContain(stack);
    expect(deployed()).toContain('acme-shared-services');
    await until(async () => !(await isProviderRunning(folder)));
  }, 480_000);

  test('run again, it skips what is done, goes on and ends', async () => {
    const before = deployed();
    const { exitCode, said } = await run(deploy);
    expect(said).toContain('acme is deployed');
    expect(exitCode).toBe(0);
    // its administrators of security services are designated once their detectors have ids, which later completes it
    const done = before.filter((stack) => stack !== 'acme-shared-services');
    expect(done.length).toBeGreaterThan(2);
    for (const stack of done) expect(said).toMatch(new RegExp(`✓ ${stack}\\s+done before`));
    expect(deployed().sort()).toEqual(Object.keys(committedLock().accounts ?? {}).sort());
  }, 480_000);

  test('every resource of every stack exists once, whatever happened on the way', async () => {
    const exists = await standIn.resources();
    const ids = exists.map(({ type, account, region, id }) => `${type} ${account} ${region} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const folders = await scratch.synthesize();
    expect(Object.keys(folders).sort()).toEqual([...stacks].sort());
    const counts = (names: readonly string[]) =>
      Object.fromEntries(
        [...new Set(names)].sort().map((name) => [name, names.filter((each) => each === name).length]),
      );
    const wanted = Object.entries(folders).flatMap(([stack, place]) =>
      resourceTypes(place).map((type) => `${stack} ${type}`),
    );
    expect(counts(exists.map(({ stack, type }) => `${stack} ${type}`))).toEqual(counts(wanted));
  }, 60_000);

  test('deployed once more, nothing changes in any stack', async () => {
    const resources = await standIn.resources();
    const { exitCode, said } = await run(deploy);
    expect(exitCode).toBe(0);
    for (const stack of stacks) expect(said).toMatch(new RegExp(`✓ ${stack}\\s+no changes`));
    expect(await standIn.resources()).toEqual(resources);
  }, 480_000);

  test('what AWS has and the state lacks, after a kill, comes back by the command that is printed', async () => {
    const stack = 'acme-bi-sandbox';
    const inShell = (command: string) =>
      execa('sh', ['-ec', command], { cwd: scratch.workspace, env: standIn.environment, extendEnv: false });
    await inShell(`cd apps/acme/cdktf.out/stacks/${stack} && terraform state rm aws_iam_role.observer`);
    const only = [...deploy, '--stack', stack];
    const { exitCode, said } = await run(only);
    expect(exitCode).toBe(1);
    const [, cd = '', terraform = ''] =
      /^ +(cd \S+)\n +(terraform import 'aws_iam_role.observer') <id>$/m.exec(said) ?? [];
    await inShell(`${cd}\n${terraform} observer`);
    expect((await run(only)).exitCode).toBe(0);
    expect((await run([...only, '--dry-run'])).said).toMatch(new RegExp(`✓ ${stack}\\s+no changes`));
  }, 480_000);

  test('a store taken out of the definition goes only where its data is harmless, or where it is named', async () => {
    scratch.rewrite("stores: { leads: { kind: 'topic' } }", 'stores: {}');
    const startup = [...deploy, '--unit', 'startup'];
    const lost = ['aws_kms_key.store-leads_key_', 'aws_sns_topic.store-leads'];
    const before = await standIn.resources();
    const inProd = async () => (await standIn.resources()).filter(({ stack }) => stack === 'acme-startup-prod');

    const dry = await run([...startup, '--dry-run']);
    expect(await standIn.resources()).toEqual(before);
    const refused = await run(startup);
    for (const { exitCode, said } of [dry, refused]) {
      expect(exitCode).toBe(1);
      expect(said).toContain('acme-startup-prod failed\n\nrefused, and nothing was changed in it');
      for (const address of lost) expect(said).toContain(`--destroy-data acme-startup-prod/${address}`);
      expect(said).not.toContain('acme-startup-dev failed');
    }
    expect(await inProd()).toEqual(before.filter(({ stack }) => stack === 'acme-startup-prod'));
    const types = (stack: string) => async () =>
      (await standIn.resources()).filter((each) => each.stack === stack).map(({ type }) => type);
    expect(await types('acme-startup-dev')()).not.toContain('aws_sns_topic');

    const named = [...refused.said.matchAll(/--destroy-data (\S+)/g)].map(([, address = '']) => address);
    expect(named).toHaveLength(2);
    expect((await run([...startup, '--destroy-data', ...named.slice(0, 1)])).exitCode).toBe(1);
    expect(await inProd()).toEqual(before.filter(({ stack }) => stack === 'acme-startup-prod'));
    expect((await run([...startup, '--destroy-data', ...named])).exitCode).toBe(0);
    expect(await types('acme-startup-prod')()).not.toContain('aws_sns_topic');
  }, 480_000);

  test('destroying clears the one account that was named, and Terraform has to come back as for the first time', async () => {
    const before = await standIn.resources();
    const { exitCode } = await run(['destroy', 'acme-bi-sandbox', '--org', 'acme', '--yes']);
    expect(exitCode).toBe(0);
    const left = await standIn.resources();
    expect(left).toEqual(before.filter(({ stack }) => stack !== 'acme-bi-sandbox'));
    const lock = parseLock(readFileSync(join(scratch.folder, 'organization.lock.json'), 'utf8'));
    expect(lock.accounts?.['acme-bi-sandbox']?.deployer).toBe(false);
  }, 60_000);

  test('stopped by Ctrl-C, Terraform ends what it is at and writes down all that it made', async () => {
    const stack = 'acme-bi-sandbox';
    const made = async () => (await standIn.resources()).filter((each) => each.stack === stack).length;
    const before = await made();
    const only = [...deploy, '--stack', stack];
    const deployment = start(only);
    await until(async () => (await made()) > before + 5);
    if (deployment.pid !== undefined) process.kill(-deployment.pid, 'SIGINT');
    await deployment;
    await until(async () => !(await isProviderRunning(folder)));
    expect(scratch.resourcesInState(stack)).toBe(await made());
    expect((await run(only)).exitCode).toBe(0);
  }, 480_000);

  test.each(['acme-retail-prod', 'acme-identity', 'acme-bi-test'])(
    '%s is not destroyed',
    async (account) => {
      const before = await standIn.resources();
      const { exitCode, said } = await run(['destroy', account, '--org', 'acme', '--yes']);
      expect(exitCode).toBe(1);
      expect(said).toContain('unprotected runtime accounts: ');
      expect(await standIn.resources()).toEqual(before);
    },
    60_000,
  );
});

function resourceTypes(folder: string): readonly string[] {
  const { resource } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as {
    readonly resource: Readonly<Record<string, object>>;
  };
  return Object.entries(resource).flatMap(([type, blocks]) => Object.keys(blocks).map(() => type));
}

/** Terraform runs in a session of its own: it ends once its terminal is gone, a moment after the rest. */
async function isProviderRunning(mirror: string): Promise<boolean> {
  const { stdout } = await execa('ps', ['-eo', 'args'], { reject: false });
  return stdout.split('\n').some((line) => line.includes('terraform-provider-aws') && line.includes(mirror));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
}
