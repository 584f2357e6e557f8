import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DefinitionChange, type Lock, mergeLock, parseLock, renderLock } from '@bulkhead/model';
import { execa } from 'execa';
import { motoAccountId } from './moto-server.fixture.ts';

/** The example organization in a workspace of its own: its lock, state and journal are nobody else's. */
export interface ScratchOrganization {
  readonly workspace: string;
  /** `apps/acme` in it. */
  readonly folder: string;
  /** Undefined as long as there is none. */
  lock(): Lock | undefined;
  writeLock(lock: Lock): void;
  /** Puts other words into the definition, and builds it. */
  rewrite(from: string, to: string): void;
  /** How many resources stand in the state of a stack. */
  resourcesInState(stack: string): number;
  /**
   * Writes Terraform for every stack that the lock has the ids for; returns the folders of the stacks by name.
   *
   * @param changes of the definition, made before
   */
  synthesize(changes?: readonly DefinitionChange[]): Promise<Readonly<Record<string, string>>>;
  remove(): void;
}

interface State {
  readonly resources: readonly { readonly mode: 'managed' | 'data'; readonly instances: readonly unknown[] }[];
}

const leftOut = new Set(['cdktf.out', '.state', '.bulkhead', 'organization.lock.json']);

/** Copies acme out of the workspace at `root`, built, with its installed packages linked. */
export function scratchOrganization(root = process.cwd()): ScratchOrganization {
  const workspace = mkdtempSync(join(tmpdir(), 'bulkhead-terraform-'));
  const folder = join(workspace, 'apps', 'acme');
  for (const file of ['cdktf.json', 'nx.json', 'package.json']) cpSync(join(root, file), join(workspace, file));
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'));
  cpSync(join(root, 'apps', 'acme'), folder, { recursive: true, filter: (source) => !leftOut.has(basename(source)) });
  const lockFile = join(folder, 'organization.lock.json');
  return {
    workspace,
    folder,
    lock: () => (existsSync(lockFile) ? parseLock(readFileSync(lockFile, 'utf8')) : undefined),
    writeLock: (lock) => writeFileSync(lockFile, renderLock(lock)),
    rewrite: (from, to) => {
      for (const file of [join('src', 'organization.ts'), join('dist', 'organization.js')]) {
        const text = readFileSync(join(folder, file), 'utf8');
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
        writeFileSync(join(folder, file), text.replace(from, to));
      }
    },
    resourcesInState: (stack) => {
      const file = join(folder, '.state', `${stack}.tfstate`);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      // Terraform writes over the file in place
      if (!text.trimEnd().endsWith('}')) return 0;
      const { resources } = JSON.parse(text) as State;
      // one that is being made stands there, too, without an instance
      return resources.filter(({ mode, instances }) => mode === 'managed' && instances.length > 0).length;
    },
    synthesize: async (changes) => {
      const output = join('apps', 'acme', 'cdktf.out');
      const program = join('apps', 'acme', 'dist', 'main.js');
      const said = changes === undefined ? [] : [JSON.stringify(changes)];
      await execa(process.execPath, [program, ...said], { cwd: workspace, env: { CDKTF_OUTDIR: output } });
      const stacks = join(workspace, output, 'stacks');
      return Object.fromEntries(readdirSync(stacks).map((name) => [name, join(stacks, name)]));
    },
    remove: () => rmSync(workspace, { recursive: true, force: true }),
  };
}

/** The lock that stands in the repository for the example. */
export function committedLock(root = process.cwd()): Lock {
  return parseLock(readFileSync(join(root, 'apps', 'acme', 'organization.lock.json'), 'utf8'));
}

/** The same, with the management account for the one whose credentials a moto server has. */
export function lockOnMoto(root = process.cwd()): Lock {
  return mergeLock(committedLock(root), { organization: { managementAccountId: motoAccountId } });
}
