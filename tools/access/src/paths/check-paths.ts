import type { Grant } from '@bulkhead/model';
import type { Answer, Question } from '../simulate/question.ts';
import type { World } from '../world/world.ts';
import { type CrossAccountPath, crossAccountPaths } from './cross-account-paths.ts';
import { type Explanation, explainPath } from './explain-path.ts';
import { type UnmadeGrant, unmadeGrants } from './unmade-grants.ts';

/** A path and why it is there; without an explanation, nobody declared it. */
export interface ExplainedPath extends CrossAccountPath {
  readonly explanation: Explanation | undefined;
}

/** What crosses accounts, against what was declared. */
export interface PathsResult {
  readonly paths: readonly ExplainedPath[];
  readonly unmade: readonly UnmadeGrant[];
  readonly questions: number;
}

/** Both directions: each path is a declared grant or the platform's own, and each declared grant is a path. */
export async function checkPaths(
  world: World,
  grants: readonly Grant[],
  ask: (question: Question) => Promise<Answer>,
): Promise<PathsResult> {
  const { paths, questions } = await crossAccountPaths(world, ask);
  const ofGrants = await unmadeGrants(grants, world, ask);
  return {
    paths: paths.map((path) => ({ ...path, explanation: explainPath(path, grants) })),
    unmade: ofGrants.unmade,
    questions: questions + ofGrants.questions,
  };
}

export const unexplained = ({ paths }: PathsResult): readonly ExplainedPath[] =>
  paths.filter(({ explanation }) => explanation === undefined);

export const isDeclared = (result: PathsResult): boolean =>
  unexplained(result).length === 0 && result.unmade.length === 0;
