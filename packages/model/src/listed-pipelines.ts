import { enterpriseUnit } from './account-names.ts';
import type { Draft } from './draft.ts';
import { slugOf } from './pipelines.ts';
import type { Path } from './problem.ts';

/** A pipeline as it stands in a draft, with its place. */
export interface ListedPipeline {
  readonly path: Path;
  /** Undefined for the enterprise's. */
  readonly unit: string | undefined;
  /** Whose delivery account holds its roles. */
  readonly heldBy: string;
  readonly repository: string;
  readonly slug: string;
  readonly environments: readonly ListedEnvironment[];
}

/** An environment of a pipeline as it stands in a draft; what is wrong by itself is missing. */
export interface ListedEnvironment {
  readonly path: Path;
  readonly name: string | undefined;
  /** What a token has to say: an environment on GitHub, a branch on GitLab. */
  readonly kind: 'environment' | 'branch';
  readonly applies: string | undefined;
  readonly plans: string | undefined;
  readonly phases: readonly (string | undefined)[];
  readonly protected: boolean;
}

type Pipelines = NonNullable<NonNullable<NonNullable<Draft['enterprise']>['delivery']>['pipelines']>;
type DraftPipeline = NonNullable<Pipelines[number]>;

/** Every pipeline that has a repository, the enterprise's first. */
export function listedPipelines({ enterprise, businessUnits = {} }: Draft): readonly ListedPipeline[] {
  return [
    ...listed(enterprise?.delivery?.pipelines, ['enterprise', 'delivery', 'pipelines'], undefined, enterpriseUnit),
    ...Object.entries(businessUnits).flatMap(([unit, each]) =>
      listed(
        each?.pipelines,
        ['businessUnits', unit, 'pipelines'],
        unit,
        each?.delivery === 'own' ? unit : enterpriseUnit,
      ),
    ),
  ];
}

function listed(pipelines: Pipelines = [], path: Path, unit: string | undefined, heldBy: string) {
  return pipelines.flatMap((pipeline, index): readonly ListedPipeline[] => {
    if (pipeline === undefined) return [];
    const repository = 'gitlab' in pipeline ? pipeline.gitlab : 'github' in pipeline ? pipeline.github : undefined;
    if (repository === undefined) return [];
    const at = [...path, index];
    const environments = environmentsOf(pipeline, [...at, 'environments']);
    return [{ path: at, unit, heldBy, repository, slug: slugOf(repository), environments }];
  });
}

function environmentsOf(pipeline: DraftPipeline, path: Path): readonly ListedEnvironment[] {
  const shared = (
    index: number,
    settings: { phases?: readonly (string | undefined)[] | undefined; protected?: boolean | undefined },
  ) => ({
    path: [...path, index],
    phases: settings.phases ?? [],
    protected: settings.protected ?? true,
  });
  if ('gitlab' in pipeline) {
    return (pipeline.environments ?? []).flatMap((each, index): readonly ListedEnvironment[] =>
      each === undefined
        ? []
        : [
            {
              ...shared(index, each),
              name: each.name,
              kind: 'branch',
              applies: each.branch,
              plans: each.planBranch,
            },
          ],
    );
  }
  const environments = 'github' in pipeline ? (pipeline.environments ?? []) : [];
  return environments.flatMap((each, index): readonly ListedEnvironment[] => {
    if (each === undefined) return [];
    const { name, plan, ...settings } = typeof each === 'string' ? { name: each } : each;
    return [{ ...shared(index, settings), name, kind: 'environment', applies: name, plans: plan }];
  });
}
