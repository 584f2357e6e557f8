import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** A program or folder that a test needs and that is no part of the workspace, by what it is called in a title. */
export type Part = 'terraform' | 'stand-in' | 'provider' | 'moto';

/** Where the parts are; what is missing is left out. */
export type Parts = Readonly<Partial<Record<Part, string>>>;

const called: Readonly<Record<Part, string>> = {
  terraform: 'terraform on the PATH',
  'stand-in': 'the stand-in for the AWS provider in ../shared/standin',
  provider: 'a mirror with the AWS provider 5.100.0, in TF_PLUGIN_MIRROR or a usual place',
  moto: 'moto_server on the PATH',
};

/** Looks for the parts where they usually are. */
export function findTerraformParts(workspace = process.cwd()): Parts {
  const standin = resolve(workspace, '..', 'shared', 'standin');
  const found: Readonly<Record<Part, string | undefined>> = {
    terraform: onPath('terraform'),
    'stand-in': existsSync(join(standin, 'bin', 'install.js')) ? standin : undefined,
    provider: mirrors().find(holdsProvider),
    moto: onPath('moto_server'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, place]) => place !== undefined));
}

/**
 * Describes tests that need parts. Where one is missing there is one skipped test instead, whose title says which.
 *
 * @param define gets the places of the parts, in the order in which they were asked for
 */
export function describeWith(needs: readonly Part[], title: string, define: (...places: string[]) => void): void {
  const parts = findTerraformParts();
  const missing = needs.filter((part) => parts[part] === undefined);
  if (missing.length > 0) {
    test.skip(`${title}: not tested here, missing: ${missing.map((part) => called[part]).join(', ')}`, () => {
      // nothing to run without them
    });
    return;
  }
  describe(title, () => define(...needs.map((part) => parts[part] ?? '')));
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Folders that may hold `registry.terraform.io`: Terraform's own places and those of packages that bring a mirror. */
function mirrors(): readonly string[] {
  const named = process.env['TF_PLUGIN_MIRROR'];
  const shared = ['/opt', '/usr/local/share', '/usr/share'].filter((folder) => existsSync(folder));
  return [
    ...(named === undefined ? [] : [named]),
    join(homedir(), '.terraform.d', 'plugins'),
    '/usr/local/share/terraform/plugins',
    ...shared.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
  ];
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64' };

function holdsProvider(mirror: string): boolean {
  const platform = `${process.platform}_${architectures[process.arch] ?? process.arch}`;
  const folder = join(mirror, 'registry.terraform.io', 'hashicorp', 'aws', '5.100.0', platform);
  return existsSync(dirname(folder)) && existsSync(folder);
}
