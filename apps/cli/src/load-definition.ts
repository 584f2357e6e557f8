import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import * as model from '@bulkhead/model';
import {
  DefinitionError,
  type Lock,
  LockError,
  type Organization,
  emptyLock,
  parseLock,
  parseOrganization,
} from '@bulkhead/model';
import { createJiti } from 'jiti';
import { type OrganizationFiles, findOrganization } from './find-organization.ts';
import { lockFile } from './lock-file.ts';
import { moduleProblem } from './module-problem.ts';
import { readJson } from './read-json.ts';
import { shownPath } from './shown-path.ts';
import { UserError } from './user-error.ts';

/** An organization with the ids that AWS chose for it. */
export interface LoadedOrganization {
  readonly organization: Organization;
  readonly lock: Lock;
  readonly files: OrganizationFiles;
}

/**
 * Loads and checks an organization by name or file.
 *
 * @throws UserError when a file can't be read, or with all problems of the definition or the lock
 */
export async function loadOrganization(nameOrFile: string, workspace: string): Promise<LoadedOrganization> {
  const files = findOrganization(nameOrFile, workspace);
  return { organization: await loadDefinition(files.definition), lock: await loadLock(files.folder), files };
}

/**
 * Reads and checks a definition in TypeScript, JavaScript or JSON.
 *
 * @param title What messages call it; by default its path.
 * @throws UserError when it can't be read, or with all of its problems
 */
export async function loadDefinition(file: string, title: string = shownPath(file)): Promise<Organization> {
  const definition = await readDefinition(file);
  try {
    return parseOrganization(definition);
  } catch (error) {
    throw error instanceof DefinitionError ? new UserError(`${title}: ${error.message}`, { cause: error }) : error;
  }
}

/** What a file defines, as it stands there. */
export async function readDefinition(file: string): Promise<unknown> {
  return extname(file) === '.json' ? readJson(file) : loadModule(file);
}

async function loadModule(file: string): Promise<unknown> {
  // so that a definition finds the model from any folder
  const virtualModules = { '@bulkhead/model': model };
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, virtualModules });
  const module = await jiti.import<Record<string, unknown>>(file).catch((cause: unknown) => {
    throw new UserError(`${shownPath(file)} can't be loaded: ${moduleProblem(cause, file)}`, { cause });
  });
  const definitions = Object.entries(module).filter(([name, value]) => name !== 'default' && isDefinition(value));
  const [only] = definitions;
  if (only && definitions.length === 1) return only[1];
  const names = definitions.length > 0 ? definitions.map(([name]) => name) : Object.keys(module);
  throw new UserError(
    `${shownPath(file)} must export one organization, like: export const acme = defineOrganization({ … })\n` +
      `  got: ${names.join(' and ') || 'no export'}`,
  );
}

const isDefinition = (value: unknown) =>
  typeof value === 'object' && value !== null && ('businessUnits' in value || 'phases' in value);

async function loadLock(folder: string): Promise<Lock> {
  const file = lockFile(folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`${shownPath(file)} can't be read: ${(cause as Error).message}`, { cause });
  });
  if (text === undefined) return emptyLock;
  try {
    return parseLock(text);
  } catch (error) {
    throw error instanceof LockError ? new UserError(`${shownPath(file)}: ${error.message}`, { cause: error }) : error;
  }
}
