import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type DefinitionChange, type OrganizationDefinition, programInput } from '@bulkhead/model';
import { checkFolder, openDefinition } from './open-definition.ts';
import { type OpenOrganization, openOrganization } from './open-organization.ts';
import { type WrittenChange, checkChanges } from './written-change.ts';

/**
 * An organization as its program writes it, and as it would write it with changes made to its definition, both read from
 * a folder that is gone afterwards. Ids that AWS hasn't chosen yet are made up; no credential reaches the program.
 *
 * @param folder the organization's folder, built: `apps/acme`
 * @param scratch where the folder is made that is gone afterwards
 * @throws Error when it isn't built, when a change can't be made, or when the definition would have problems
 */
export async function withChanges(
  folder: string,
  changes: readonly WrittenChange[],
  scratch = tmpdir(),
): Promise<readonly [before: OpenOrganization, after: OpenOrganization]> {
  const definition = await builtDefinition(folder);
  checkChanges(definition, changes);
  const lockFile = join(folder, 'organization.lock.json');
  const lock = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined;
  const place = mkdtempSync(join(scratch, 'access-'));
  const open = async (which: string, made: readonly DefinitionChange[]) => {
    const whatIf = JSON.stringify(made);
    const { organization, lock: ids } = programInput({ definition, lock, whatIf });
    const path = join(place, which, basename(resolve(folder)));
    mkdirSync(join(path, 'cdktf.out'), { recursive: true });
    writeFileSync(join(path, 'organization.lock.json'), JSON.stringify(ids));
    synthesize(join(folder, 'dist', 'main.js'), whatIf, join(path, 'cdktf.out'));
    return openOrganization(path, organization);
  };
  // a person who stops it stops the program that it waits for, and leaves nothing behind
  const hold = () => undefined;
  process.on('SIGINT', hold);
  try {
    const made = changes.map(({ change }) => change);
    return [await open('before', []), await open('after', made)];
  } finally {
    process.off('SIGINT', hold);
    rmSync(place, { recursive: true, force: true });
  }
}

async function builtDefinition(folder: string): Promise<OrganizationDefinition> {
  const definition = await openDefinition(folder);
  if (definition) return definition;
  checkFolder(folder);
  throw new Error(
    `${folder} is not built, changes are tried with its program: run npx nx build ${basename(resolve(folder))}`,
  );
}

function synthesize(program: string, whatIf: string, output: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, whatIf], {
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
      CDKTF_OUTDIR: output,
    },
  });
  if (status !== 0) throw new Error(`${program} fails with these changes\n\n${stdout}${stderr}`.trimEnd());
}
