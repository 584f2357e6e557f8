import { readFileSync } from 'node:fs';
import { runBulkhead } from './run-bulkhead.fixture.ts';

const golden = (name: string) => readFileSync(new URL(`__golden__/${name}`, import.meta.url), 'utf8');

test.each(['80', '120'])(
  'the organization is a table that fits into %s columns, as people have reviewed it',
  async (columns) => {
    const { exitCode, stdout, stderr } = await runBulkhead(['show', '--org', 'acme'], { env: { COLUMNS: columns } });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(golden(`show-${columns}.txt`));
    expect(stdout.split('\n').filter((line) => line.length > Number(columns))).toEqual([]);
  },
);

test('where there is room, the caps stand as they were written', async () => {
  const { stdout } = await runBulkhead(['show'], { env: { COLUMNS: '160' } });
  expect(stdout).toMatch(/acme-retail-stage .* 3,296 {2}50 m5\.12xlarge, 20 r5\.8xlarge, 256 vCPU of others +40,000\n/);
});

test.each([
  ['there are no colours in a file', {}, false],
  ['colours can be forced', { FORCE_COLOR: '1' }, true],
  ['NO_COLOR wins', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('%s', async (_, env, coloured) => {
  const { stdout } = await runBulkhead(['show'], { env });
  expect(stdout.includes('\u001b[')).toBe(coloured);
});

test('as data, an account has its id, caps in vCPU per Region and budget as decimal text', async () => {
  const { stdout, stderr } = await runBulkhead(['show', '--json']);
  expect(stderr).toBe('');
  const shown = JSON.parse(stdout) as { accounts: readonly { name: string }[] };
  expect(shown).toMatchObject({ organization: 'acme', managementAccountId: expect.stringMatching(/^\d{12}$/) });
  expect(shown.accounts.find(({ name }) => name === 'acme-bi-dev')).toMatchObject({
    id: expect.stringMatching(/^\d{12}$/),
    unit: 'bi',
    phase: 'dev',
    organizationalUnit: 'Runtime/Dev',
    budget: '20000',
    limits: [{ pool: 'standard', vcpu: 2656, perRegion: { 'eu-west-1': 1328, 'eu-central-1': 1328 }, otherVcpu: 256 }],
  });
});
