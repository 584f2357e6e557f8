export { createNodes } from './create-nodes.ts';
export { type InferredProject, inferProjects } from './infer-projects.ts';
export { type WorkspaceProject, projectsOf } from './projects.ts';

/** By this name Nx says where a target comes from. */
export const name = '@bulkhead/nx-plugin';
