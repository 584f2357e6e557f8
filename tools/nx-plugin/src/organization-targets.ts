import type { TargetConfiguration } from '@nx/devkit';
import type { WorkspaceProject } from './projects.ts';

const bulkhead = 'node apps/cli/bin/bulkhead.js';

/**
 * What can be done with an organization: `synth`, `access`, `diff`, `deploy`, `destroy`, `report`, run from the workspace
 * root.
 *
 * Only `synth` is cached: `access` shows what it proved each time, and the other ones look at the world, which is no
 * input that can be hashed. Arguments pass through:
 * `nx destroy acme acme-bi-sandbox`. Nx has a `report` of its own, so that an organization's is `nx run acme:report`.
 */
export function organizationTargets({ root, name }: WorkspaceProject): Record<string, TargetConfiguration> {
  return {
    synth: {
      executor: 'nx:run-commands',
      options: {
        command: `cdktf synth --app "node ${root}/dist/main.js" --output ${root}/cdktf.out`,
        // otherwise cdktf asks HashiCorp whether it is current
        env: { CHECKPOINT_DISABLE: '1' },
      },
      cache: true,
      dependsOn: ['build'],
      // organization.lock.json stands in the project's folder, so that `production` holds it
      inputs: [
        'production',
        '^production',
        '{workspaceRoot}/cdktf.json',
        { externalDependencies: ['@cdktf/provider-aws', 'cdktf', 'cdktf-cli', 'constructs'] },
      ],
      outputs: ['{projectRoot}/cdktf.out'],
    },
    access: {
      command: `node tools/access/dist/main.js prove ${root} --matrix out/${name}/access`,
      cache: false,
      dependsOn: ['synth', { projects: ['@bulkhead/access'], target: 'build' }],
    },
    diff: onTheWorld(`${bulkhead} deploy --org ${name} --dry-run`),
    deploy: onTheWorld(`${bulkhead} deploy --org ${name}`),
    destroy: onTheWorld(`${bulkhead} destroy --org ${name}`),
    report: onTheWorld(`${bulkhead} spend report --org ${name}`),
  };
}

const onTheWorld = (command: string): TargetConfiguration => ({
  command,
  cache: false,
  dependsOn: ['build', { projects: ['@bulkhead/cli'], target: 'build' }],
});
