import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { nearest } from '@bulkhead/model';
import { UserError } from './user-error.ts';

/** Where an organization's files are. */
export interface OrganizationFiles {
  /** The definition, absolute. */
  readonly definition: string;
  /** The folder that holds organization.lock.json and, for an app of the workspace, `src/`; absolute. */
  readonly folder: string;
}

const definitionFiles = ['src/organization.ts', 'organization.json', 'src/organization.json'];

/** The folder of the workspace that a path is in, or the path itself outside of one. */
export function findWorkspace(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json')) && existsSync(join(folder, 'apps'))) return folder;
    if (folder === dirname(folder)) return resolve(from);
  }
}

/** The organizations under `apps/`, by name. */
export function organizationNames(workspace: string): readonly string[] {
  const apps = join(workspace, 'apps');
  if (!existsSync(apps)) return [];
  return readdirSync(apps)
    .filter((name) => definitionIn(join(apps, name)) !== undefined)
    .sort();
}

/**
 * Finds an organization by the name of its folder under `apps/`, or by the path of its definition.
 *
 * @throws UserError when there is neither
 */
export function findOrganization(nameOrFile: string, workspace: string): OrganizationFiles {
  const named = definitionIn(join(workspace, 'apps', nameOrFile));
  if (named !== undefined && basename(nameOrFile) === nameOrFile) {
    return { definition: named, folder: join(workspace, 'apps', nameOrFile) };
  }
  const file = resolve(nameOrFile);
  if (existsSync(file) && statSync(file).isFile()) return { definition: file, folder: folderOf(file) };
  const inFolder = definitionIn(file);
  if (inFolder !== undefined) return { definition: inFolder, folder: file };
  throw new UserError(notFound(nameOrFile, workspace));
}

/** Whether something is an organization's name or a definition's path. */
export function isOrganization(nameOrFile: string, workspace: string): boolean {
  return definitionIn(join(workspace, 'apps', nameOrFile)) !== undefined || existsSync(resolve(nameOrFile));
}

function definitionIn(folder: string): string | undefined {
  return definitionFiles.map((file) => join(folder, file)).find((file) => existsSync(file));
}

const folderOf = (definition: string) =>
  basename(dirname(definition)) === 'src' ? dirname(dirname(definition)) : dirname(definition);

function notFound(nameOrFile: string, workspace: string): string {
  const names = organizationNames(workspace);
  const near = nearest(nameOrFile, names);
  const known = names.length > 0 ? `organizations here: ${names.join(', ')}` : 'there is no organization under apps/';
  return (
    `there is no organization ${nameOrFile} under ${relative(process.cwd(), join(workspace, 'apps')) || 'apps'}, ` +
    `and no definition at that path\n  ${known}${near === undefined ? '' : `, did you mean ${near}?`}`
  );
}
