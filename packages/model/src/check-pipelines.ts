import { phaseRule } from './check-units.ts';
import type { Draft } from './draft.ts';
import { type ListedEnvironment, type ListedPipeline, listedPipelines } from './listed-pipelines.ts';
import { applyRoleName } from './pipelines.ts';
import { type Problem, problemAt, repeatedAt, unknownAt } from './problem.ts';

// AWS: IAM and STS quotas
const maxRoleName = 64;

/** Checks what pipelines say of each other and of phases: no two of them are one role, or one token's two roles. */
export function checkPipelines(draft: Draft): readonly Problem[] {
  const pipelines = listedPipelines(draft);
  const roles = new Map<string, ListedPipeline>();
  return [
    ...pipelines.flatMap((pipeline) => checkOwner(pipeline, pipelines)),
    ...pipelines.flatMap((pipeline) =>
      pipeline.environments.flatMap((environment) => [
        ...checkPhases(environment, draft),
        ...checkPlan(environment),
        ...(appliesBefore(pipeline, environment, pipelines)
          ? [
              problemAt(
                environment.path,
                'the same environment of the same repository stands here already',
                environment.applies,
              ),
            ]
          : checkRole(pipeline, environment, roles)),
      ]),
    ),
  ];
}

/** GitHub's names are the same in capitals. */
function checkOwner({ path, unit, repository }: ListedPipeline, all: readonly ListedPipeline[]): readonly Problem[] {
  const same = (each: ListedPipeline) => each.repository.toLowerCase() === repository.toLowerCase();
  return unit !== undefined && all.some((each) => each.unit === undefined && same(each))
    ? [problemAt(path, 'deploys as the enterprise already', repository)]
    : [];
}

function checkPhases({ path, phases }: ListedEnvironment, { phases: known = {} }: Draft): readonly Problem[] {
  const names = Object.keys(known);
  return [
    ...phases.flatMap((phase, index) =>
      phase === undefined || names.includes(phase)
        ? []
        : [unknownAt([...path, 'phases', index], phaseRule, phase, names)],
    ),
    ...repeatedAt([...path, 'phases'], phases),
  ];
}

function checkPlan({ path, applies, plans, kind }: ListedEnvironment): readonly Problem[] {
  const at = [...path, kind === 'branch' ? 'planBranch' : 'plan'];
  return plans !== undefined && plans === applies
    ? [problemAt(at, `must be another ${kind} than the one that applies`, plans)]
    : [];
}

/** Whether an environment or branch of the repository stands before, for the same unit. */
function appliesBefore(
  pipeline: ListedPipeline,
  environment: ListedEnvironment,
  all: readonly ListedPipeline[],
): boolean {
  const first = all
    .filter(({ unit, repository }) => unit === pipeline.unit && repository === pipeline.repository)
    .flatMap(({ environments }) => environments)
    .find(({ applies }) => applies !== undefined && applies === environment.applies);
  return first !== undefined && first !== environment;
}

/** Role names are those of one account: `a-b/c` and `a/b-c` would be one role there. */
function checkRole(
  pipeline: ListedPipeline,
  { name, path }: ListedEnvironment,
  roles: Map<string, ListedPipeline>,
): readonly Problem[] {
  if (name === undefined) return [];
  const role = applyRoleName(pipeline, { name });
  if (role.length > maxRoleName) {
    return [
      problemAt(path, `a role's name must have at most ${maxRoleName} characters, this makes ${role.length}`, role),
    ];
  }
  const key = `${pipeline.heldBy} ${role}`;
  const other = roles.get(key);
  if (!other) {
    roles.set(key, pipeline);
    return [];
  }
  return [problemAt(path, `two pipelines would have the same role, this one and ${other.repository}`, role)];
}
