import { expectRefusal, runBulkhead } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

interface Room {
  readonly targets: readonly {
    readonly target: string;
    readonly type: string;
    readonly policies: number;
    readonly policiesLeft: number;
    readonly bytes: number;
    readonly bytesLeft: number;
  }[];
}

const room = async (...args: readonly string[]) =>
  JSON.parse((await runBulkhead(['guardrails', '--json', ...args])).stdout) as Room;

test.each(['80', '120'])(
  'what guardrails use and leave is a table that fits into %s columns, with every target that has policies',
  async (columns) => {
    const { exitCode, stdout, stderr } = await runBulkhead(['guardrails'], { env: { COLUMNS: columns } });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => line.length > Number(columns))).toEqual([]);
    expect(stdout).toContain("service control policies, of AWS's 5 with 5,120 bytes each\n");
    expect(stdout).toMatch(/^each of \d+ others +0 +3 +0 +15,360$/m);
    const grouped = (number: number) => number.toLocaleString('en-US');
    for (const { target, policies, policiesLeft, bytes, bytesLeft } of (await room()).targets) {
      if (policies === 0) continue;
      const cells = [target, ...[policies, policiesLeft, bytes, bytesLeft].map(grouped)];
      expect(stdout.split('\n').map((line) => line.split(/ {2,}/).join(' | '))).toContain(cells.join(' | '));
    }
  },
);

test('as data, every root, unit and account tells its room for each type of policy', async () => {
  const { targets } = await room();
  const shown = JSON.parse((await runBulkhead(['show', '--json'])).stdout) as { accounts: readonly unknown[] };
  const units = new Set(targets.map(({ target }) => target)).size - shown.accounts.length;
  expect(units).toBe(1 + 8);
  expect(targets).toHaveLength(4 * (shown.accounts.length + units));
  for (const { policies, policiesLeft, bytes } of targets) {
    expect(policiesLeft).toBeGreaterThanOrEqual(1);
    expect(bytes > 0).toBe(policies > 0);
  }
});

/** Names so long that the tokens of these pipelines fill more than a resource control policy. */
const pipelines = Array.from({ length: 60 }, (_, index) => ({
  github: `acme/a-very-long-name-of-a-repository-${index}`,
  environments: ['p'],
}));
const definition = {
  name: 'large',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'a@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 1 } },
    delivery: { pipelines },
  },
  phases: { dev: { purpose: 'x', data: 'none' } },
  businessUnits: { shop: { owner: 'a@example.com', costCenter: 'CC-2', phases: ['dev'] } },
};

test.each([['guardrails'], ['check'], ['deploy', '--dry-run']])(
  '%s refuses guardrails that do not fit, with the account and by how much',
  async (command, ...more) => {
    const file = folder.write('large/organization.json', JSON.stringify(definition));
    const outcome = await runBulkhead([command, ...more, '--org', file], { cwd: folder.path });
    expectRefusal(outcome, 'error: large: guardrails do not fit\n', 'divide pipelines and their environments');
    expect(outcome.stderr).toMatch(/^large-delivery: [\d,]+ bytes too many, .* of resource control policies needed, /m);
  },
);
