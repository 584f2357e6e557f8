import { basename } from 'node:path';
import { execa } from 'execa';
import { gte } from 'semver';
import { UserError } from '../user-error.ts';

/** S3 state with a lock file came with these versions. */
const minimum = { terraform: '1.11.0', tofu: '1.10.0' } as const;

/** The Terraform or OpenTofu that deployments run on. */
export interface TerraformBinary {
  readonly command: string;
  readonly version: string;
}

/**
 * Finds Terraform or OpenTofu: the one that TERRAFORM_BINARY_NAME names, else `terraform`, else `tofu`.
 *
 * @throws UserError when none is found or it is too old; says which versions serve and how to get one
 */
export async function findTerraform(environment: NodeJS.ProcessEnv): Promise<TerraformBinary> {
  const named = environment['TERRAFORM_BINARY_NAME'];
  const candidates = named === undefined ? ['terraform', 'tofu'] : [named];
  const found = await Promise.all(candidates.map((command) => versionOf(command, environment)));
  const binaries = found.filter((binary) => binary !== undefined);
  const serving = binaries.find(({ command, version }) => gte(version, minimumOf(command)));
  if (serving) return serving;
  const got =
    binaries.length > 0
      ? binaries.map(({ command, version }) => `${command} ${version}`).join(', ')
      : `none of ${candidates.join(', ')} on the PATH`;
  throw new UserError(
    `deploying needs Terraform ${minimum.terraform} or newer, or OpenTofu ${minimum.tofu} or newer\n  got: ${got}\n` +
      '  install one, with your package manager or from developer.hashicorp.com/terraform/install or\n' +
      '  opentofu.org/docs/intro/install, and see that it is on the PATH or named by TERRAFORM_BINARY_NAME',
  );
}

const minimumOf = (command: string) => (basename(command).includes('tofu') ? minimum.tofu : minimum.terraform);

async function versionOf(command: string, environment: NodeJS.ProcessEnv): Promise<TerraformBinary | undefined> {
  const { stdout, failed } = await execa(command, ['version', '-json'], {
    env: { ...environment, CHECKPOINT_DISABLE: '1' },
    extendEnv: false,
    reject: false,
  });
  const version = failed ? undefined : /"terraform_version":\s*"([^"]+)"/.exec(stdout)?.[1];
  return version === undefined ? undefined : { command, version };
}
