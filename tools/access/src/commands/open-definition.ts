import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OrganizationDefinition } from '@bulkhead/model';

/**
 * The definition that an organization's program was built with: the export of `dist/organization.js` that has business
 * units. Undefined where it isn't built.
 *
 * @throws Error when the file exports no definition
 */
export async function openDefinition(folder: string): Promise<OrganizationDefinition | undefined> {
  const file = join(folder, 'dist', 'organization.js');
  if (!existsSync(file)) return undefined;
  const module = (await import(pathToFileURL(resolve(file)).href)) as Readonly<Record<string, unknown>>;
  const found = Object.values(module).find(isDefinition);
  if (found === undefined) throw new Error(`${file} exports no organization, like: export const acme = { … }`);
  return found;
}

const isDefinition = (value: unknown): value is OrganizationDefinition =>
  typeof value === 'object' && value !== null && 'businessUnits' in value;
