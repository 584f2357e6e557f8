import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Organization } from '@bulkhead/model';
import { execa } from 'execa';
import { type OrganizationFiles, lookUpOrganization } from './find-organization.ts';
import { loadDefinition } from './load-definition.ts';
import { shownPath } from './shown-path.ts';
import { UserError } from './user-error.ts';

/**
 * A definition here, or the given one as it stood at a git ref.
 *
 * @throws UserError when it is neither
 */
export async function definitionAtOrHere(
  nameOrRef: string,
  files: OrganizationFiles,
  workspace: string,
): Promise<{ readonly from: 'here' | 'ref'; readonly organization: Organization }> {
  const here = lookUpOrganization(nameOrRef, workspace);
  return here === undefined
    ? { from: 'ref', organization: await organizationAt(nameOrRef, files, workspace) }
    : { from: 'here', organization: await loadDefinition(here.definition) };
}

/**
 * The organization as its definition stood at a git ref. It is checked by today's rules.
 *
 * @throws UserError when there is no such ref, or no definition there
 */
async function organizationAt(ref: string, files: OrganizationFiles, workspace: string): Promise<Organization> {
  // the repository of the definition, which need not be the workspace's
  const cwd = dirname(files.definition);
  const commit = await execa('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    cwd,
  }).catch((cause: unknown) => {
    throw new UserError(`${ref === '' ? 'nothing' : ref} is no organization, no definition and no git ref`, { cause });
  });
  const sha = commit.stdout.trim();
  const { stdout: listing } = await execa('git', ['ls-tree', '-r', '-z', '--name-only', sha, '.'], { cwd });
  const names = listing.split('\0').filter((name) => name !== '');
  const title = `${shownPath(files.definition)} at ${ref}`;
  if (!names.includes(basename(files.definition))) {
    throw new UserError(`there is no ${title}, give a ref that has it`);
  }
  const copy = await mkdtemp(join(await cacheFolder(workspace), 'at-'));
  try {
    for (const name of names) {
      const { stdout: content } = await execa('git', ['show', `${sha}:./${name}`], { cwd, encoding: 'buffer' });
      const file = join(copy, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await loadDefinition(join(copy, relative(cwd, files.definition)), title);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Inside the workspace, so that what the definition imports is found. */
async function cacheFolder(workspace: string): Promise<string> {
  const modules = join(workspace, 'node_modules');
  if (!existsSync(modules)) return tmpdir();
  const cache = join(modules, '.cache', 'bulkhead');
  await mkdir(cache, { recursive: true });
  return cache;
}
