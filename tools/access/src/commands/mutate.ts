import { baselineOf } from '../mutants/baseline.ts';
import { fixedMutants } from '../mutants/fixed-mutants.ts';
import { isProved, judgeMutants } from '../mutants/judge-mutants.ts';
import { mutantsOf } from '../mutants/mutants-of.ts';
import { renderMutants } from '../mutants/render-mutants.ts';
import { runMutants } from '../mutants/run-mutants.ts';
import type { OpenOrganization } from './open-organization.ts';
import type { Proof } from './proof.ts';

/**
 * Makes every statement wrong in turn and sees whether a promise notices.
 *
 * @param which `fixed`: the few that have to fall on every run
 */
export async function mutate(organization: OpenOrganization, which: 'all' | 'fixed'): Promise<Proof> {
  const { world, simulator, promises } = organization;
  const baseline = await baselineOf(world, promises, simulator);
  const results = await runMutants(which === 'all' ? mutantsOf(world) : fixedMutants(world), baseline, simulator);
  const judgement = which === 'all' ? judgeMutants(results, baseline.promises) : judgeMutants(results, [], []);
  return {
    text: renderMutants(judgement),
    holds: which === 'all' ? isProved(judgement) : judgement.living.length === 0,
  };
}
