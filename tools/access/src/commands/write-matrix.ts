import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenOrganization } from './open-organization.ts';
import { matrixDocuments } from './prove.ts';

/**
 * Writes `access.md` and `access.html` of an organization.
 *
 * @param folder made where it isn't there
 * @throws Error when it is none, or when nothing can be written there
 */
export async function writeMatrix(folder: string, organization: OpenOrganization): Promise<void> {
  // first, since the matrix takes long
  writing(folder, () => mkdirSync(folder, { recursive: true }));
  const { markdown, html } = await matrixDocuments(organization);
  writing(folder, () => {
    writeFileSync(join(folder, 'access.md'), markdown);
    writeFileSync(join(folder, 'access.html'), html);
  });
}

function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new Error(`--matrix has to be a folder that can be written, got: '${folder}' (${reason})`, { cause });
  }
}
