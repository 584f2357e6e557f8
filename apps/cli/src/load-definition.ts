import { readFile } from 'node:fs/promises';
import { extname, relative } from 'node:path';
import { type Lock, LockError, type Organization, emptyLock, parseLock, parseOrganization } from '@bulkhead/model';
import { createJiti } from 'jiti';
import { type OrganizationFiles, findOrganization } from './find-organization.ts';
import { lockFile } from './lock-file.ts';
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
 * @throws DefinitionError with all problems of the definition, UserError or LockError when a file can't be read
 */
export async function loadOrganization(nameOrFile: string, workspace: string): Promise<LoadedOrganization> {
  const files = findOrganization(nameOrFile, workspace);
  const organization = parseOrganization(await loadDefinition(files.definition));
  return { organization, lock: await loadLock(files.folder), files };
}

/** Reads a definition from TypeScript, JavaScript or JSON. What it is worth is for `parseOrganization` to say. */
export async function loadDefinition(file: string): Promise<unknown> {
  return extname(file) === '.json' ? loadJson(file) : loadModule(file);
}

async function loadJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${shown(file)} is no JSON: ${reason}`, { cause });
  }
}

async function loadModule(file: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
  const module = await jiti.import<Record<string, unknown>>(file).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${shown(file)} can't be loaded: ${reason}`, { cause });
  });
  const definitions = Object.entries(module).filter(([name, value]) => name !== 'default' && isDefinition(value));
  const [only] = definitions;
  if (only && definitions.length === 1) return only[1];
  const found = definitions.length === 0 ? 'none' : definitions.map(([name]) => name).join(' and ');
  throw new UserError(
    `${shown(file)} must export one organization, like: export const acme = defineOrganization({ … })\n  got: ${found}`,
  );
}

const isDefinition = (value: unknown) =>
  typeof value === 'object' && value !== null && ('businessUnits' in value || 'phases' in value);

async function loadLock(folder: string): Promise<Lock> {
  const file = lockFile(folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`${shown(file)} can't be read`, { cause });
  });
  if (text === undefined) return emptyLock;
  try {
    return parseLock(text);
  } catch (error) {
    throw error instanceof LockError ? new UserError(`${shown(file)}: ${error.message}`, { cause: error }) : error;
  }
}

const shown = (file: string) => relative(process.cwd(), file) || file;
