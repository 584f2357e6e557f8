import { type PathsResult, checkPaths, isDeclared } from '../paths/check-paths.ts';
import { renderExplanations, renderPaths } from '../paths/render-paths.ts';
import type { OpenOrganization } from './open-organization.ts';
import type { Proof } from './proof.ts';

/** Every way between accounts of an organization, each with why it is there. */
export const pathsOf = ({ world, grants, simulator }: OpenOrganization): Promise<PathsResult> =>
  checkPaths(world, grants, simulator.ask);

/** Whether each way between accounts was declared, and each declared one is there. */
export async function provePaths(organization: OpenOrganization): Promise<Proof> {
  const result = await pathsOf(organization);
  return { text: `${renderPaths(result)}${unknownOf(organization)}`, holds: isDeclared(result) };
}

/** A line that says what no definition told, where there is none. */
export const unknownOf = ({ unknown }: Pick<OpenOrganization, 'unknown'>): string =>
  unknown === undefined ? '' : `${unknown}\n`;

/** The same with the reasons: what people read, where `prove` says only whether. */
export const describePaths = (organization: OpenOrganization, result: PathsResult): Proof => ({
  text: `${renderExplanations(result)}${renderPaths(result)}${unknownOf(organization)}`,
  holds: isDeclared(result),
});
