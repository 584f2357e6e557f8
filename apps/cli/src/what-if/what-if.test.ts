import { readFileSync } from 'node:fs';
import { expectRefusal } from '../run-bulkhead.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { wide } from './organization.fixture.ts';
import { findingOf, traces, whatIf } from './what-if.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const media = ['--org', 'acme', '--add', 'unit=media,phases=dev+prod'];

test.each(['80', '120'])(
  'what a new unit means is told in sections as people have reviewed them, in %s columns, and nothing is written',
  async (columns) => {
    const before = traces();
    const { exitCode, stdout } = await whatIf(media, { env: { COLUMNS: columns } });
    expect(exitCode).toBe(0);
    // the example says things that end: as that day comes near they are told, too
    const lasting = stdout.replace(/^ends\n(?: {2}.*\n)+\n/m, '');
    expect(lasting).toBe(readFileSync(new URL(`../__golden__/what-if-${columns}.txt`, import.meta.url), 'utf8'));
    // an address is never broken
    expect(
      stdout.split('\n').filter((line) => line.length > Number(columns) && !/^ {4}[+~-] aws_\S+$/.test(line)),
    ).toEqual([]);
    expect(traces()).toEqual(before);
  },
  60_000,
);

test('an account that goes is forgotten by Terraform, with what stays behind in it, and what to say instead', async () => {
  const args = ['--remove', 'unit=bi,phase=sandbox'];
  const { stdout, exitCode } = await whatIf(args);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/acme-bi-sandbox: its stack goes, \d+ resources stay in AWS/);
  // what nobody manages any more is counted; the list is for programs
  expect(stdout).not.toContain('aws_iam_role.appeng');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    '1 account would go (acme-bi-sandbox): Terraform forgets, AWS keeps it; say life: closing of its phase instead',
  );
  expect(stdout).not.toContain('aws_organizations_account');
  const { accounts, terraform } = findingOf((await whatIf([...args, '--json'])).stdout);
  expect(accounts.left).toBe(36);
  const [gone] = terraform.stacks.filter(({ is }) => is === 'gone');
  expect(gone?.stack).toBe('acme-bi-sandbox');
  expect(gone?.gone.map(({ address }) => address)).toContain('aws_iam_role.appeng');
}, 60_000);

test('what Terraform would destroy although it is protected is told: the protection goes with it', async () => {
  const { stdout } = await whatIf(['--remove', 'path=businessUnits.startup.stores.leads']);
  expect(stdout).toMatch(/ {4}- aws_kms_key\.store-leads\S*: destroyed, deploy refuses that unless it is named\n/);
}, 60_000);

test('an account said to be closed is forgotten by Terraform, and counts', async () => {
  const closing = ['--set', 'businessUnits.bi.life={"sandbox":"closed"}'];
  const { stdout, exitCode } = await whatIf(closing);
  expect(exitCode).toBe(0);
  const told = stdout.replaceAll(/\s+/g, ' ');
  expect(told).toContain('14 of the 50 that AWS lets the organization have, 36 left');
  expect(told).toContain('1 account would be forgotten by Terraform (acme-bi-sandbox): each counts for 90 days');
  expect(told).toMatch(/acme-bi-sandbox: its stack goes, \d+ resources went with the account that a person closed/);
  expect(told).not.toMatch(/would go|- aws_organizations_account/);
}, 60_000);

test('protected resources of a stack that goes are named: no command clears them out', async () => {
  const unheld = ['--remove', 'path=grants', '--remove', 'path=exceptions'];
  const args = [...unheld, '--set', 'businessUnits.retail.life={"stage":"closing"}'];
  const { stdout } = await whatIf(args);
  expect(stdout).toMatch(/acme-retail-stage: its stack goes.*\n(?: {4}.*\n)*? {4}- aws_s3_bucket\.\S+: protected\n/);
}, 60_000);

test('what others are granted in accounts that would go is told in one list, as long as nothing takes it away', async () => {
  const { stdout, exitCode } = await whatIf(['--remove', 'unit=retail']);
  expect(exitCode).toBe(1);
  const [, held = ''] = /\nheld by others\n((?: {2}.*\n)+)/.exec(stdout) ?? [];
  expect(held.split('\n').slice(0, -1)).toEqual([
    '  bi-reads-orders: loader of acme-bi-prod on orders in acme-retail-prod',
    '  bi-consumes-events: loader of acme-bi-prod on events in acme-retail-prod',
    '  bi-dev-reads-orders: loader of acme-bi-dev on orders in acme-retail-prod',
    '  take away what goes with it first, like --remove path=grants.bi-reads-orders',
  ]);
  const fewer = ['--remove', 'unit=retail', '--remove', 'path=grants.bi-reads-orders', '--json'];
  expect(findingOf((await whatIf(fewer)).stdout).held).toMatchObject([
    { grant: 'bi-consumes-events' },
    { grant: 'bi-dev-reads-orders' },
  ]);
});

test('problems of the changed definition are all that is told, with the accounts that would go', async () => {
  const { stdout, exitCode } = await whatIf(['--remove', 'unit=startup']);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^the changed definition has 4 problems\n\nenterprise\.identity\.people\.priya\.nair\.unit: /);
  expect(stdout).toMatch(
    /\naccounts\n {2}2 accounts would go \(acme-startup-dev, acme-startup-prod\): Terraform forgets/,
  );
  const json = await whatIf(['--remove', 'unit=startup', '--json']);
  expect(json.exitCode).toBe(1);
  expect(findingOf(json.stdout)).toMatchObject({ good: false, removed: ['acme-startup-dev', 'acme-startup-prod'] });
});

test('options are taken in their order: what one leaves behind the next one mends', async () => {
  const args = ['--remove', 'unit=startup', '--remove', 'path=enterprise.identity.people.priya.nair', '--no-terraform'];
  const { stdout, exitCode } = await whatIf(args);
  expect({ exitCode, addresses: /addresses are not compared: (.*)/.exec(stdout)?.[1] }).toEqual({
    exitCode: 0,
    addresses: 'not asked for',
  });
  expect(stdout).toContain('- acme-startup-prod');
});

test("guardrails that don't fit are told by target and bytes, with exit code 1", async () => {
  const pipelines = Array.from({ length: 60 }, (_, index) => ({
    github: `acme/a-very-long-name-of-a-repository-${index}`,
    environments: ['p'],
  }));
  const args = ['--set', `enterprise.delivery.pipelines=${JSON.stringify(pipelines)}`];
  const { stdout, exitCode } = await whatIf(args);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/guardrails do not fit\n[^]*\b\d+ bytes/);
  expect(stdout).toContain('addresses are not compared: guardrails that do not fit are not written');
});

test.each([
  [[], 'nothing is changed: say what with --add, --remove or --set'],
  [['--add', 'uni=media'], 'uni is none of unit, phase, phases, owner, costCenter, regions, did you mean unit?'],
  [['--remove', 'unit=bii'], 'there is no unit bii, it is one of retail, bi, startup, did you mean bi?'],
  [['--set', 'businessUnits.bi.ownr.x=1'], 'businessUnits.bi has no ownr, did you mean owner?'],
])('%j is refused, with what to write', async (args, message) => {
  expectRefusal(await whatIf(args), message);
});

test('a definition without a program is told everything but addresses', async () => {
  const path = folder.write('wide/organization.json', JSON.stringify(wide()));
  const { stdout, exitCode } = await whatIf(['--org', path, '--add', 'unit=media,phase=dev'], { cwd: folder.path });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('1 new account (wide-media-dev): 6 of the 10 that AWS lets the organization have, 4 left');
  expect(stdout).toContain('addresses are not compared: wide/organization.json has no program beside it');
});
