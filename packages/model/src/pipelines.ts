import { enterpriseUnit, deliveryAccountName } from './account-names.ts';
import { isClosing } from './account-life.ts';
import type { Account } from './account.ts';
import { accountsOf } from './accounts.ts';
import type { PipelineDefinition } from './delivery-definition.ts';
import type { Organization } from './organization.ts';

/** A repository that deploys. */
export interface Pipeline {
  readonly host: 'github' | 'gitlab';
  /** `owner/repository`, on GitLab with any number of groups. */
  readonly repository: string;
  /** `enterprise`, or the unit whose accounts alone it deploys. */
  readonly unit: string;
  /** Name of the account in which its roles stand. */
  readonly deliveryAccount: string;
  /** `acme-platform`: the repository with hyphens, in names of roles. */
  readonly slug: string;
  readonly environments: readonly PipelineEnvironment[];
}

/** From where in a repository it deploys, and what. */
export interface PipelineEnvironment {
  readonly name: string;
  /** Literal `sub` of the token of a job that applies, and of one that plans. */
  readonly subjects: { readonly apply: string; readonly plan: string };
  readonly phases: readonly string[];
  /** Whether it deploys identity, shared services and the delivery accounts of units. */
  readonly enterpriseAccounts: boolean;
  /** Whether somebody reviews before it runs. */
  readonly protected: boolean;
}

/** Who deploys an account: the environment of a pipeline. */
export interface Deploying {
  readonly pipeline: Pipeline;
  readonly environment: PipelineEnvironment;
}

/** The pipelines that a definition lists for the enterprise or for a unit, in its order. */
export function pipelinesOf(
  definitions: readonly PipelineDefinition[],
  unit: string,
  organization: Pick<Organization, 'name' | 'businessUnits' | 'phases'>,
): readonly Pipeline[] {
  const deliveryAccount = deliveryAccountName(organization, unit);
  const allPhases = organization.phases.map(({ name }) => name);
  return definitions.map((definition): Pipeline => {
    const repository = repositoryOf(definition);
    const reach = ({ phases, protected: asks = true }: Reach) => ({
      phases: phases ?? allPhases,
      enterpriseAccounts: unit === enterpriseUnit && asks && phases === undefined,
      protected: asks,
    });
    const common = { repository, unit, deliveryAccount, slug: slugOf(repository) };
    if ('gitlab' in definition) {
      const subject = (branch: string) => `project_path:${repository}:ref_type:branch:ref:${branch}`;
      const environments = definition.environments.map(({ name, branch, planBranch, ...rest }) => ({
        name,
        subjects: { apply: subject(branch), plan: subject(planBranch) },
        ...reach(rest),
      }));
      return { host: 'gitlab', ...common, environments };
    }
    const subject = (environment: string) => `repo:${repository}:environment:${environment}`;
    const environments = definition.environments.map((each) => {
      const { name, plan = `${name}-plan`, ...rest } = typeof each === 'string' ? { name: each } : each;
      return { name, subjects: { apply: subject(name), plan: subject(plan) }, ...reach(rest) };
    });
    return { host: 'github', ...common, environments };
  });
}

interface Reach {
  readonly phases?: readonly string[];
  readonly protected?: boolean;
}

/** `acme/platform`. */
export function repositoryOf(definition: PipelineDefinition): string {
  return 'gitlab' in definition ? definition.gitlab : definition.github;
}

export const slugOf = (repository: string) => repository.replaceAll('/', '-');

/** `apply-acme-platform-prod`. */
export function applyRoleName({ slug }: Pick<Pipeline, 'slug'>, { name }: { name: string }): `apply-${string}` {
  return `apply-${slug}-${name}`;
}

/** `plan-acme-platform-prod`. */
export function planRoleName({ slug }: Pick<Pipeline, 'slug'>, { name }: { name: string }): `plan-${string}` {
  return `plan-${slug}-${name}`;
}

/**
 * Whose pipelines deploy a unit's runtime accounts: its own if it lists any, otherwise the enterprise's where delivery
 * is shared, and nobody's where it is not.
 */
export function deployingUnit(
  { pipelines, businessUnits }: Pick<Organization, 'pipelines' | 'businessUnits'>,
  unit: string,
): string | undefined {
  if (pipelines.some((pipeline) => pipeline.unit === unit)) return unit;
  const shares = businessUnits.some(({ name, delivery }) => name === unit && delivery === 'shared');
  return shares ? enterpriseUnit : undefined;
}

/**
 * Who deploys an account, besides the organization deployer. Accounts that exist once are the enterprise's; a protected
 * account is deployed from protected environments only.
 *
 * Nobody deploys an account that is closing: everything is denied there.
 *
 * No pipeline deploys the account in which its own roles stand: it could give itself any right, and in the shared delivery
 * account become the controller or read the organization's state. Nor the one that makes people, of whom it could make
 * one that becomes anybody. Both are the organization deployer's.
 */
export function pipelinesDeploying(organization: Organization, account: Account): readonly Deploying[] {
  if (isClosing(account)) return [];
  if (account.unit === enterpriseUnit && ['identity', 'delivery'].includes(account.phase)) return [];
  const unit = account.kind === 'runtime' ? deployingUnit(organization, account.unit) : enterpriseUnit;
  const deploys = ({ phases, enterpriseAccounts, ...environment }: PipelineEnvironment) =>
    account.kind === 'runtime'
      ? phases.includes(account.phase) && (environment.protected || !account.protect)
      : enterpriseAccounts;
  return organization.pipelines
    .filter((pipeline) => pipeline.unit === unit)
    .flatMap((pipeline) =>
      pipeline.environments.filter(deploys).map((environment): Deploying => ({ pipeline, environment })),
    );
}

/** The accounts that an environment of a pipeline deploys: the other way round. */
export function accountsDeployedBy(organization: Organization, environment: PipelineEnvironment): readonly Account[] {
  return accountsOf(organization).filter((account) =>
    pipelinesDeploying(organization, account).some((each) => each.environment === environment),
  );
}

/** Whose images and artifacts a pipeline makes: its unit's; the enterprise's also those of units that it deploys. */
export function unitsServedBy(organization: Organization, { unit }: Pick<Pipeline, 'unit'>): readonly string[] {
  if (unit !== enterpriseUnit) return [unit];
  const served = organization.businessUnits.filter(({ name }) => deployingUnit(organization, name) === enterpriseUnit);
  return [enterpriseUnit, ...served.map(({ name }) => name)];
}
