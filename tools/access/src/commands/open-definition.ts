import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OrganizationDefinition } from '@bulkhead/model';

const jsonFiles = ['organization.json', 'src/organization.json'];
const builtFile = 'dist/organization.js';

/** Where a definition is looked for, in an organization's folder. */
export const definitionFiles: readonly string[] = [...jsonFiles, builtFile];

/**
 * Makes sure that a definition stands in a folder, whether or not it is built.
 *
 * @throws Error that says where it was looked for
 */
export function checkFolder(folder: string): void {
  const names = [...definitionFiles, 'src/organization.ts'];
  if (names.some((name) => existsSync(join(folder, name)))) return;
  throw new Error(
    `'${folder}' is no folder of an organization (looked for ${names.join(', ')} in it), name one like apps/acme`,
  );
}

/**
 * The definition of an organization: its JSON, or what its program was built with, the export of `dist/organization.js`
 * that has business units. Undefined where neither is there.
 *
 * @throws Error when the program exports no definition; SyntaxError when the JSON is none
 */
export async function openDefinition(folder: string): Promise<OrganizationDefinition | undefined> {
  const json = jsonFiles.map((name) => join(folder, name)).find(existsSync);
  if (json !== undefined) return JSON.parse(readFileSync(json, 'utf8')) as OrganizationDefinition;
  const file = join(folder, builtFile);
  if (!existsSync(file)) return undefined;
  const module = (await import(pathToFileURL(resolve(file)).href)) as Readonly<Record<string, unknown>>;
  const found = Object.values(module).find(isDefinition);
  if (found === undefined) throw new Error(`${file} exports no organization, like: export const acme = { … }`);
  return found;
}

const isDefinition = (value: unknown): value is OrganizationDefinition =>
  typeof value === 'object' && value !== null && 'businessUnits' in value;
