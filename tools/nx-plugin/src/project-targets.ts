import type { TargetConfiguration } from '@nx/devkit';
import type { WorkspaceProject } from './projects.ts';

type Targets = Record<string, TargetConfiguration>;

const jest = 'node --disable-warning=ExperimentalWarning --experimental-vm-modules node_modules/jest/bin/jest.js';

/** `build`, `typecheck`, `lint` and `test`: what every project of the workspace has, run from the workspace root. */
export function projectTargets({ root, hasTests }: WorkspaceProject): Targets {
  return {
    build: {
      command: `tsc --build ${root}`,
      cache: true,
      dependsOn: ['^build'],
      inputs: ['default', '^production', { externalDependencies: ['typescript'] }],
      outputs: ['{projectRoot}/dist'],
    },
    // `tsc --build` checks and writes in one pass: a project that is built is checked.
    typecheck: { executor: 'nx:noop', dependsOn: ['build'] },
    lint: {
      command: `eslint ${root}`,
      cache: true,
      inputs: [
        'default',
        // typed rules read the types of what is imported
        '^production',
        '{workspaceRoot}/eslint.config.ts',
        '{workspaceRoot}/tools/eslint/src/**/*',
        { externalDependencies: ['@nx/eslint-plugin', 'eslint', 'eslint-plugin-jsdoc', 'typescript-eslint'] },
      ],
    },
    ...(hasTests && { test: testTarget(root) }),
  };
}

function testTarget(root: string): TargetConfiguration {
  return {
    command: `${jest} ${root}/src/`,
    cache: true,
    // imports resolve to sources, but the command line's tests start built programs
    dependsOn: ['build'],
    inputs: [
      'default',
      '^production',
      '{workspaceRoot}/jest.config.js',
      { externalDependencies: ['@swc/core', '@swc/jest', 'jest'] },
      { runtime: 'node --version' },
    ],
  };
}
