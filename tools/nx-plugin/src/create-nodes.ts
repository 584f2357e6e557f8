import type { CreateNodes, CreateNodesResult } from '@nx/devkit';
import { inferProjects } from './infer-projects.ts';
import { projectFilesGlob } from './projects.ts';

/** Called by Nx with the files that match the pattern; it decides by their paths and opens none. */
export const createNodes: CreateNodes = [
  projectFilesGlob,
  (files) =>
    inferProjects(files).map((project): [string, CreateNodesResult] => [
      `${project.root}/package.json`,
      { projects: { [project.root]: project } },
    ]),
];
