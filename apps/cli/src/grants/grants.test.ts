import { readFileSync } from 'node:fs';
import { expectRefusal, runBulkhead } from '../run-bulkhead.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { wide } from '../what-if/organization.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const golden = (name: string) => readFileSync(new URL(`./__golden__/${name}`, import.meta.url), 'utf8');
const grants = (args: readonly string[] = [], columns = '120') =>
  runBulkhead(['grants', ...args], { env: { COLUMNS: columns } });

test.each(['80', '120'])('what crosses accounts is a table that fits into %s columns', async (columns) => {
  const { exitCode, stdout, stderr } = await grants([], columns);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toBe(golden(`grants-${columns}.txt`));
  expect(stdout.split('\n').filter((line) => line.length > Number(columns))).toEqual([]);
});

test.each([['mermaid'], ['dot']])('it is a graph for %s, by unit, dashed where a grant ends', async (format) => {
  const { exitCode, stdout } = await grants(['--graph', format]);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(golden(`grants.${format}`));
});

test('every arrow of a graph begins and ends at an account that it has', async () => {
  const { stdout } = await grants(['--graph', 'mermaid']);
  const nodes = [...stdout.matchAll(/^ {4}(\w+)\["/gm)].map(([, node]) => node);
  const arrows = [...stdout.matchAll(/^ {2}(\w+) (?:-->|-\.->)\|"[^"|]+"\| (\w+)$/gm)];
  expect(arrows.length).toBe((JSON.parse((await grants(['--json'])).stdout) as Told).grants.length);
  for (const [, from, to] of arrows) expect(nodes).toEqual(expect.arrayContaining([from, to]));
});

interface Told {
  readonly grants: readonly {
    readonly name: string;
    readonly from: { readonly unit: string; readonly arn: string | null };
    readonly to: { readonly unit: string; readonly arn: string | null };
    readonly until: string | null;
  }[];
}

test('as data each grant has the ARNs of both ends, and the day on which it ends', async () => {
  const told = JSON.parse((await grants(['--json'])).stdout) as Told;
  expect(told.grants.find(({ name }) => name === 'bi-dev-reads-orders')).toMatchObject({
    from: { arn: 'arn:aws:iam::222200000010:role/workload/loader' },
    to: { arn: 'arn:aws:s3:::acme-retail-prod-orders-222200000007' },
    until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
  });
});

test('of one unit both is told: what it lets others do, and what others let it do', async () => {
  const { grants: all } = JSON.parse((await grants(['--json'])).stdout) as Told;
  for (const unit of ['retail', 'bi', 'startup']) {
    const { grants: own } = JSON.parse((await grants(['--unit', unit, '--json'])).stdout) as Told;
    expect(own).toEqual(all.filter(({ from, to }) => from.unit === unit || to.unit === unit));
  }
  expect((await grants(['--unit', 'startup'])).stdout).toBe('acme: nothing crosses accounts from or to startup\n');
});

test('where nothing crosses accounts, that is what is told', async () => {
  const file = folder.write('wide/organization.json', JSON.stringify(wide()));
  const options = { cwd: folder.path };
  expect((await runBulkhead(['grants', '--org', file], options)).stdout).toBe('wide: nothing crosses accounts\n');
  expect((await runBulkhead(['grants', '--org', file, '--json'], options)).stdout).toContain('"grants": []');
  expect((await runBulkhead(['grants', '--org', file, '--graph', 'mermaid'], options)).stdout).toBe('flowchart LR\n');
});

test.each([
  [['--unit', 'retial'], 'there is no unit retial, it is one of retail, bi, startup, did you mean retail?'],
  [['--graph', 'dot', '--json'], "option '--graph <format>' cannot be used with option '--json'"],
])('%j is refused, with what to write', async (args, message) => {
  expectRefusal(await grants(args), message);
});

test('another format than those of a graph is refused, with those that there are', async () => {
  const { exitCode, stderr } = await grants(['--graph', 'svg']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Allowed choices are mermaid, dot');
});

test('the help says what is shown and how to draw it', async () => {
  const { stdout } = await grants(['--help']);
  expect(stdout).toContain('$ bulkhead grants --graph dot | dot -Tsvg > grants.svg');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('dashed if it ends');
});
