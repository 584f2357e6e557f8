import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock, readTerraformStacks, startLocalAws, worldFromTerraform } from '@bulkhead/local-aws';
import type { OrganizationDefinition } from '@bulkhead/model';
import { execa } from 'execa';
import { focusCsv } from './focus-export.fixture.ts';
import { readDefinition } from './load-definition.ts';
import { expectRefusal, runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const acme = join(workspace, 'apps', 'acme');
const lockFile = join(acme, 'organization.lock.json');
const sandbox = 'acme-bi-sandbox';

/** Acme with the sandbox of BI at an end of its life, beside its lock. */
async function acmeWith(life: 'closing' | 'closed'): Promise<string> {
  const definition = (await readDefinition(join(acme, 'src', 'organization.ts'))) as OrganizationDefinition;
  const { bi, ...others } = definition.businessUnits;
  const path = folder.write(
    `${life}/organization.json`,
    JSON.stringify({ ...definition, businessUnits: { ...others, bi: { ...bi, life: { sandbox: life } } } }),
  );
  copyFileSync(lockFile, join(folder.path, life, 'organization.lock.json'));
  return path;
}

async function stacksWith(life: string) {
  const change = { kind: 'set', path: 'businessUnits.bi.life', value: JSON.stringify({ sandbox: life }) };
  const output = join(folder.path, `${life}.out`);
  folder.write(`${life}.out/.keep`, '');
  const env = { CDKTF_OUTDIR: output };
  await execa(process.execPath, [join(acme, 'dist', 'main.js'), JSON.stringify([change])], { cwd: workspace, env });
  return readTerraformStacks(join(output, 'stacks'));
}

describe.each(['closing', 'closed'] as const)('an account that is %s', (life) => {
  let org = '';
  beforeAll(async () => {
    org = await acmeWith(life);
  });

  test('breaks no check, and is shown', async () => {
    expect(await runBulkhead(['check', '--org', org])).toMatchObject({ exitCode: 0 });
    const { stdout } = await runBulkhead(['show', '--org', org]);
    expect(stdout).toMatch(
      life === 'closing' ? /\nSuspended\nacme-bi-sandbox .* - / : /\n\nclosed: acme-bi-sandbox\n$/,
    );
  });

  test('breaks no synth and no plan, and has no limits of its own', async () => {
    const aws = await startLocalAws(worldFromTerraform(await stacksWith(life), readLock(lockFile)));
    try {
      const { stdout, exitCode } = await runBulkhead(['limits', 'plan', '--json', '--org', org], {
        env: aws.environment,
      });
      expect(exitCode).toBe(2);
      expect(stdout).toContain('acme-bi-dev');
      expect(stdout).not.toContain(sandbox);
      const { stdout: told } = await runBulkhead(['limits', 'plan', '--org', org], { env: aws.environment });
      expect(told.match(/acme-bi-sandbox.*/g)).toEqual(
        life === 'closing' ? ['acme-bi-sandbox is closing: nothing is asked there'] : null,
      );
    } finally {
      await aws.close();
    }
  }, 60_000);

  test('keeps its name in reports', async () => {
    const id = readLock(lockFile).accounts?.[sandbox]?.id ?? '';
    folder.write(
      `${life}.csv`,
      focusCsv({
        SubAccountId: id,
        SubAccountName: sandbox,
        BillingPeriodStart: '2026-10-01T00:00:00Z',
        ChargePeriodStart: '2026-10-02T00:00:00Z',
      }),
    );
    const report = ['spend', 'report', '--export', join(folder.path, `${life}.csv`), '--org', org];
    const { stdout, exitCode } = await runBulkhead([...report, '--out', join(folder.path, `${life}-report`)]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('unassigned');
    expect(folder.read(`${life}-report`)['report.csv']).toMatch(/bi,sandbox,.*1\.5/);
  }, 60_000);

  test('is not destroyed by a command, which says why', async () => {
    expectRefusal(await runBulkhead(['destroy', sandbox, '--yes', '--org', org]), `${sandbox} is ${life}`);
  });
});
