import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformPath } from '@bulkhead/model';

interface Provider {
  readonly alias?: string;
  readonly assume_role?: readonly { readonly role_arn: string }[];
}

const deployer = `role${platformPath}deployer`;
const planner = `role${platformPath}planner`;

/**
 * Has Terraform plan a synthesized stack as the planner of its account, in every Region, and leaves no trace of it.
 *
 * Terraform lays an override file over what is synthesized. Source: Terraform, override files.
 *
 * @returns undefined, without planning, where the stack has no planner: in management, and where no pipeline deploys
 */
export async function asPlanner<Result>(folder: string, plan: () => Promise<Result>): Promise<Result | undefined> {
  const { provider, resource } = JSON.parse(await readFile(join(folder, 'cdk.tf.json'), 'utf8')) as {
    readonly provider?: { readonly aws?: readonly Provider[] };
    readonly resource?: { readonly aws_iam_role?: Readonly<Record<string, unknown>> };
  };
  const providers = provider?.aws ?? [];
  const reachable = providers.every(({ assume_role: [role] = [] }) => role?.role_arn.endsWith(deployer) === true);
  if (resource?.aws_iam_role?.['planner'] === undefined || !reachable) return undefined;
  const override = join(folder, 'planner_override.tf.json');
  const aws = providers.map(({ alias, assume_role: roles = [] }) => ({
    ...(alias !== undefined && { alias }),
    assume_role: roles.map((role) => ({ ...role, role_arn: role.role_arn.replace(deployer, planner) })),
  }));
  try {
    await writeFile(override, JSON.stringify({ provider: { aws } }));
    return await plan();
  } finally {
    await rm(override, { force: true });
  }
}
