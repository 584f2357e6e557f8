import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type MotoServer, startMotoServer } from './moto-server.fixture.ts';
import {
  type ScratchOrganization,
  committedLock,
  lockOnMoto,
  scratchOrganization,
} from './scratch-organization.fixture.ts';
import { installStandIn } from './stand-in.fixture.ts';
import { type Outcome, type Terraform, terraformWith, twoAtATime } from './terraform.fixture.ts';

let scratch: ScratchOrganization;
let folders: readonly string[];
beforeAll(async () => {
  scratch = scratchOrganization();
  scratch.writeLock(lockOnMoto());
  folders = Object.values(await scratch.synthesize());
}, 60_000);
afterAll(() => {
  scratch.remove();
});

// another provider than the one before: its checksum is not the one that Terraform wrote down
const init = ['init', '-input=false', '-upgrade'];

/** Runs a command in every stack and says what went wrong, by stack. */
async function problemsOf(terraform: Terraform, ...command: readonly string[]): Promise<Record<string, string>> {
  const run = async (folder: string): Promise<readonly [string, Outcome]> => [
    basename(folder),
    await terraform(folder, ...command),
  ];
  const outcomes = await twoAtATime(folders, run);
  return Object.fromEntries(
    outcomes.filter(([, { exitCode }]) => exitCode !== 0).map(([stack, { said }]) => [stack, said]),
  );
}

test('the committed lock lets every stack be synthesized', () => {
  // an account each, organization and guardrails
  expect(folders).toHaveLength(Object.keys(committedLock().accounts ?? {}).length + 2);
});

test('every stack lets in OpenTofu 1.10, which deploying takes for new enough', () => {
  const required = folders.map((folder) => {
    const { terraform } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as {
      readonly terraform: { readonly required_version: string };
    };
    return terraform.required_version;
  });
  expect([...new Set(required)]).toEqual(['>= 1.10.0']);
});

describeWith(['terraform', 'stand-in'], 'with the stand-in for the AWS provider', (_, standin = '') => {
  let folder: string;
  let terraform: Terraform;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bulkhead-stand-in-'));
    const { mirror, environment } = await installStandIn(standin, folder);
    terraform = terraformWith(mirror, environment);
    expect(await problemsOf(terraform, ...init)).toEqual({});
  }, 180_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('every stack is valid by the schemas of the installed bindings', async () => {
    expect(await problemsOf(terraform, 'validate')).toEqual({});
  }, 180_000);
});

describeWith(['terraform', 'provider'], 'with the AWS provider 5.100.0', (_, mirror = '') => {
  beforeAll(async () => {
    expect(await problemsOf(terraformWith(mirror), ...init)).toEqual({});
  }, 180_000);

  test('every stack is valid', async () => {
    expect(await problemsOf(terraformWith(mirror), 'validate')).toEqual({});
  }, 240_000);

  describeWith(['moto'], 'and a moto server, which answers for the roles that are assumed', (moto = '') => {
    let server: MotoServer;
    beforeAll(async () => {
      server = await startMotoServer(moto);
    }, 60_000);
    afterAll(() => server.stop());

    test('every stack can be planned from nothing', async () => {
      const terraform = terraformWith(mirror, server.environment);
      expect(await problemsOf(terraform, 'plan', '-input=false', '-lock=false')).toEqual({});
    }, 300_000);
  });
});
