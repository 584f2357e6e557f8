/** A folder of the workspace that is built, linted and tested by itself. */
export interface WorkspaceProject {
  /** Path from the workspace root: `packages/model`. */
  readonly root: string;
  /** The folder's name. Nx calls the project by its package, and takes this on the command line: `nx synth acme`. */
  readonly name: string;
  /** What the project may import hangs on its room; every organization app stands in the room `organization`. */
  readonly room: string;
  readonly hasTests: boolean;
}

/** What `projectsOf` reads of a workspace; everything else in it makes no difference to the inferred targets. */
export const projectFilesGlob =
  '{apps,packages,tools}/*/{package.json,tsconfig.json,organization.json,src/organization.ts,src/**/*.test.ts}';

/** The projects among files given by their paths from the workspace root: folders with package.json and tsconfig.json. */
export function projectsOf(files: readonly string[]): readonly WorkspaceProject[] {
  const present = new Set(files);
  return files.flatMap((file) => {
    const [, root, parent, name] = /^((apps|packages|tools)\/([^/]+))\/package\.json$/.exec(file) ?? [];
    if (root === undefined || name === undefined || !present.has(`${root}/tsconfig.json`)) return [];
    const isOrganization =
      parent === 'apps' && (present.has(`${root}/src/organization.ts`) || present.has(`${root}/organization.json`));
    return [
      {
        root,
        name,
        room: isOrganization ? 'organization' : name,
        hasTests: files.some((each) => each.startsWith(`${root}/src/`) && each.endsWith('.test.ts')),
      },
    ];
  });
}
