import { matchesPatterns } from '../promises/matching.ts';
import { placeOf } from '../policy/policy.ts';
import type { World } from '../world/world.ts';
import { type Mutant, mutantsOf } from './mutants-of.ts';

interface Fixed {
  readonly statement: string;
  readonly change: string;
  /** Not every organization has it. */
  readonly optional?: true;
}

/** One of each kind, in statements that every organization has, and in a grant where there is one. */
const fixed: readonly Fixed[] = [
  { statement: '*-guardrails aws_organizations_policy.*-root-* (Platform)', change: 'drop' },
  { statement: '*-delivery aws_iam_role_policy.*apply_permissions* (State)', change: 'widen Resource' },
  { statement: '* aws_iam_role.deployer (Pipelines)', change: 'drop condition ArnLike aws:PrincipalArn' },
  {
    statement: '* aws_s3_bucket_policy.store-* (Grant*Objects)',
    change: 'drop condition ArnEquals aws:PrincipalArn',
    optional: true,
  },
];

/**
 * Mutants that have to fall on every run: proofs that can't fail prove nothing.
 *
 * @throws Error when the world has no such statement
 */
export function fixedMutants(world: World): readonly Mutant[] {
  const mutants = mutantsOf(world);
  return fixed.flatMap(({ statement, change, optional }) => {
    const mutant = mutants.find(
      (each) => each.change === change && matchesPatterns(statement, placeOf(each.statement)),
    );
    if (!mutant && optional) return [];
    if (!mutant) throw new Error(`no statement to make wrong, choose another one: ${statement}, ${change}`);
    return [mutant];
  });
}
