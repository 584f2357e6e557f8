import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DefinitionChange } from '@bulkhead/model';
import { execa } from 'execa';
import type { OrganizationFiles } from '../find-organization.ts';
import { shownPath } from '../shown-path.ts';
import { uninterrupted } from '../uninterrupted.ts';
import { UserError } from '../user-error.ts';
import type { StackContent } from './compare-addresses.ts';

/** The built program of an organization; or why there is none that can be believed. */
export function builtProgram({
  folder,
  definition,
}: OrganizationFiles): { readonly file: string } | { readonly missing: string } {
  const source = join(folder, 'src');
  if (!definition.startsWith(source) || !existsSync(join(source, 'main.ts'))) {
    return { missing: `${shownPath(definition)} has no program beside it, src/main.ts, that writes Terraform` };
  }
  const file = join(folder, 'dist', 'main.js');
  if (!existsSync(file)) return { missing: `${shownPath(file)} is not there, run: npm run build` };
  const built = Math.max(...[file, join(folder, 'dist', '.tsbuildinfo')].map(changedAt));
  const newer = readdirSync(source)
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .find((name) => changedAt(join(source, name)) > built);
  return newer === undefined
    ? { file }
    : { missing: `${shownPath(file)} is older than ${shownPath(join(source, newer))}, run: npm run build` };
}

const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Synthesizes an organization as it is and as it would be, side by side, into a folder that is removed again. Ids that
 * AWS hasn't chosen yet are made up; the program gets no credential.
 *
 * @throws UserError with what the program says when it fails
 */
export async function synthesizeBoth(
  program: string,
  workspace: string,
  changes: readonly DefinitionChange[],
): Promise<readonly [before: ReadonlyMap<string, StackContent>, after: ReadonlyMap<string, StackContent>]> {
  return uninterrupted(async () => {
    const place = await mkdtemp(join(tmpdir(), 'bulkhead-what-if-'));
    const synthesize = async (name: string, made: readonly DefinitionChange[]) => {
      const output = join(place, name);
      const result = await execa(process.execPath, [program, JSON.stringify(made)], {
        cwd: workspace,
        env: { ...withoutCredentials(process.env), CDKTF_OUTDIR: output },
        extendEnv: false,
        all: true,
        reject: false,
      });
      if (result.failed) {
        const which = made.length === 0 ? 'as it is' : 'with these changes';
        throw new UserError(`${shownPath(program)} fails ${which}\n\n${result.all}`, { cause: result });
      }
      return readStacks(join(output, 'stacks'));
    };
    try {
      const both = await Promise.allSettled([synthesize('before', []), synthesize('after', changes)]);
      const [before, after] = both.map((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
      return [before ?? new Map(), after ?? new Map()];
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}

const withoutCredentials = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));

interface Synthesized {
  readonly resource?: Readonly<Record<string, StackContent['resources']>>;
  readonly moved?: readonly { readonly from: string }[];
  readonly removed?: readonly { readonly from: string }[];
}

async function readStacks(folder: string): Promise<ReadonlyMap<string, StackContent>> {
  if (!existsSync(folder)) return new Map();
  const names = (await readdir(folder)).sort();
  const entries = names.map(async (name) => {
    const {
      resource = {},
      moved = [],
      removed = [],
    } = JSON.parse(await readFile(join(folder, name, 'cdk.tf.json'), 'utf8')) as Synthesized;
    const resources = Object.fromEntries(
      Object.entries(resource).flatMap(([type, blocks]) =>
        Object.entries(blocks).map(([key, block]) => [`${type}.${key}`, block] as const),
      ),
    );
    return [name, { resources, spoken: [...moved, ...removed].map(({ from }) => from) }] as const;
  });
  return new Map(await Promise.all(entries));
}
