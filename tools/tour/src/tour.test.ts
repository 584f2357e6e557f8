import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const env = { FORCE_COLOR: undefined, BULKHEAD_ORG: undefined };

test('an organization that is not there ends the tour at its first step, and the reason is told once', async () => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [program, '--org', 'nope'], {
    env,
    reject: false,
  });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('1  the organization, as it follows from apps/nope/src/organization.ts');
  expect(stderr.split('\n')).toEqual([
    expect.stringContaining('error: there is no organization nope under'),
    '  organizations here: acme, example',
    'error: the tour ends here, because npx bulkhead show --org nope failed',
  ]);
});

test('whoever closes the pipe has seen enough', async () => {
  const tour = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  tour.stdout.destroy();
  const told: Buffer[] = [];
  tour.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  const [exitCode] = (await once(tour, 'close')) as [number | null];
  expect({ exitCode, stderr: Buffer.concat(told).toString() }).toEqual({ exitCode: 0, stderr: '' });
});
