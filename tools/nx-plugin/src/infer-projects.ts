import type { ProjectConfiguration } from '@nx/devkit';
import { organizationTargets } from './organization-targets.ts';
import { projectTargets } from './project-targets.ts';
import { projectsOf } from './projects.ts';

export type InferredProject = Pick<ProjectConfiguration, 'root' | 'projectType' | 'tags' | 'targets'>;

/** What Nx is told about every project among files given by their paths from the workspace root. */
export function inferProjects(files: readonly string[]): readonly InferredProject[] {
  return projectsOf(files).map((project) => ({
    root: project.root,
    projectType: project.root.startsWith('apps/') ? 'application' : 'library',
    tags: [`room:${project.room}`],
    targets: {
      ...projectTargets(project),
      ...(project.room === 'organization' && organizationTargets(project)),
    },
  }));
}
