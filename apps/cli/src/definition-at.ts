import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Organization, parseOrganization } from '@bulkhead/model';
import { execa } from 'execa';
import { type OrganizationFiles, findOrganization, isOrganization } from './find-organization.ts';
import { loadDefinition } from './load-definition.ts';
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
  if (!isOrganization(nameOrRef, workspace)) {
    return { from: 'ref', organization: await organizationAt(nameOrRef, files, workspace) };
  }
  const { definition } = findOrganization(nameOrRef, workspace);
  return { from: 'here', organization: parseOrganization(await loadDefinition(definition)) };
}

/**
 * The organization as its definition stood at a git ref. It is checked by today's rules.
 *
 * @throws UserError when there is no such ref, or no definition there
 */
async function organizationAt(ref: string, files: OrganizationFiles, workspace: string): Promise<Organization> {
  const git = (...args: readonly string[]) => execa('git', args, { cwd: workspace, stripFinalNewline: false });
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(
    (cause: unknown) => {
      throw new UserError(`${ref} is no organization, no definition and no git ref`, { cause });
    },
  );
  const sha = commit.stdout.trim();
  const path = (file: string) => relative(workspace, file).split('\\').join('/');
  const folder = path(dirname(files.definition));
  const { stdout: listing } = await git('ls-tree', '-r', '-z', '--name-only', sha, '--', `${folder}/`);
  const names = listing.split('\0').filter((name) => name !== '');
  if (!names.includes(path(files.definition))) {
    throw new UserError(`there is no ${path(files.definition)} at ${ref}`);
  }
  // inside the workspace, so that what the definition imports is found
  const cache = join(workspace, 'node_modules', '.cache', 'bulkhead');
  await mkdir(cache, { recursive: true });
  const copy = await mkdtemp(join(cache, 'at-'));
  try {
    for (const name of names) {
      const file = join(copy, relative(folder, name));
      await mkdir(dirname(file), { recursive: true });
      const { stdout: content } = await execa('git', ['show', `${sha}:${name}`], {
        cwd: workspace,
        encoding: 'buffer',
      });
      await writeFile(file, content);
    }
    const definition = join(copy, relative(folder, path(files.definition)));
    return parseOrganization(await loadDefinition(definition));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
