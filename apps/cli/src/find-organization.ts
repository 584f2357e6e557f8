import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '@bulkhead/model';
import { shownPath } from './shown-path.ts';
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

/** An organization by the name of its folder under `apps/`, or by the path of its definition or its folder. */
export function lookUpOrganization(nameOrPath: string, workspace: string): OrganizationFiles | undefined {
  if (nameOrPath === '') return undefined;
  const app = join(workspace, 'apps', nameOrPath);
  const named = definitionIn(app);
  if (named !== undefined && basename(nameOrPath) === nameOrPath) return { definition: named, folder: app };
  const path = resolve(nameOrPath);
  if (isFile(path)) return { definition: path, folder: folderOf(path) };
  const inFolder = definitionIn(path);
  return inFolder === undefined ? undefined : { definition: inFolder, folder: path };
}

/**
 * Finds an organization by the name of its folder under `apps/`, or by the path of its definition or its folder.
 *
 * @throws UserError when there is neither
 */
export function findOrganization(nameOrPath: string, workspace: string): OrganizationFiles {
  const found = lookUpOrganization(nameOrPath, workspace);
  if (found === undefined) throw new UserError(notFound(nameOrPath, workspace));
  return found;
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function definitionIn(folder: string): string | undefined {
  return definitionFiles.map((file) => join(folder, file)).find(isFile);
}

const folderOf = (definition: string) =>
  basename(dirname(definition)) === 'src' ? dirname(dirname(definition)) : dirname(definition);

function notFound(nameOrPath: string, workspace: string): string {
  const wanted = nameOrPath === '' ? 'without a name' : nameOrPath;
  const names = organizationNames(workspace);
  if (names.length === 0) {
    return (
      `there is no organization ${wanted}: this folder is in no workspace with organizations under apps/\n` +
      '  go to a workspace, or give the path of a definition'
    );
  }
  const near = nearest(nameOrPath, names);
  const known = `organizations here: ${names.join(', ')}${near === undefined ? '' : `, did you mean ${near}?`}`;
  const path = resolve(nameOrPath);
  const problem =
    nameOrPath !== '' && existsSync(path)
      ? `${shownPath(path)} holds none of ${definitionFiles.join(', ')}`
      : 'there is no definition at that path';
  return `there is no organization ${wanted} under ${shownPath(join(workspace, 'apps'))}, and ${problem}\n  ${known}`;
}
