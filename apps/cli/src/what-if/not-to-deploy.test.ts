import { dayOfTests } from '../day-of-tests.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { wide } from './organization.fixture.ts';
import { findingOf, whatIf } from './what-if.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

test('exceptions that have ended, with exit code 1, and accounts that end within two weeks, are told', async () => {
  const day = (days: number) => new Date(Date.parse(dayOfTests) + days * 86_400_000).toISOString().slice(0, 10);
  const { stdout, exitCode } = await whatIf([
    ...['--set', `exceptions.bi-models-orders.until=${day(-1)}`, '--set', `phases.sandbox.expires=${day(7)}`],
    '--no-terraform',
  ]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    `\nends\n  exceptions.bi-models-orders: ended on ${day(-1)}, take it out or give it another`,
  );
  expect(stdout).toContain(`  acme-bi-sandbox expires on ${day(7)}\n`);
  const soon = await whatIf(['--set', `phases.sandbox.expires=${day(7)}`, '--no-terraform', '--json']);
  expect(soon.exitCode).toBe(0);
  expect(findingOf(soon.stdout)).toMatchObject({ ended: [], endings: [`acme-bi-sandbox expires on ${day(7)}`] });
});

test.each([
  [
    ['--add', 'unit=media,phases=dev+prod'],
    15,
    1,
    '16 of the 15 that AWS lets the organization have, 1 too many: ask AWS for more',
  ],
  [[], 13, 1, 'no new account: 14 of the 13 that AWS lets the organization have, 1 too many: ask AWS for more'],
  [[], 14, 0, 'no new account: 14 of the 14 that AWS lets the organization have, 0 left'],
])('%j and a quota of %i accounts ends with %i, and what to do', async (args, quota, code, told) => {
  const { stdout, exitCode } = await whatIf([...args, '--set', `accountQuota=${quota}`, '--no-terraform']);
  expect(exitCode).toBe(code);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(told);
});

test('accounts are told of a quota that was exceeded before, and of no other that stays', async () => {
  const accounts = async (accountQuota: number) => {
    const path = folder.write(`quota-${accountQuota}/organization.json`, JSON.stringify(wide({ accountQuota })));
    const args = ['--org', path, '--set', 'phases.dev.budget.amount=300', '--no-terraform'];
    const { stdout, exitCode } = await whatIf(args, { cwd: folder.path });
    return { exitCode, told: /\naccounts\n {2}(.*)/.exec(stdout)?.[1] };
  };
  expect(await accounts(5)).toEqual({ exitCode: 0, told: undefined });
  expect(await accounts(4)).toMatchObject({ exitCode: 1, told: expect.stringContaining('5 of the 4 ') as unknown });
});
