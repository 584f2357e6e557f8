import { couldAllow } from '../simulate/named-by.ts';
import type { Answer, Question } from '../simulate/question.ts';
import { type Principal, type World, isHypothetical } from '../world/world.ts';
import { type Way, waysFor } from './ways.ts';

/** Somebody can become somebody else. */
export interface Step {
  readonly from: Principal;
  readonly to: Principal;
  readonly verb: Way['verb'];
  readonly question: Question;
}

/** Steps by the name of who takes them. */
export type TrustGraph = ReadonlyMap<string, readonly Step[]>;

type Ask = (question: Question) => Promise<Answer>;

/** Every step that could be taken, whether or not policies allow it: what has to be asked. */
export function conceivableSteps({ principals, resources }: World): readonly Step[] {
  const targets = new Map(
    resources.filter(({ kind }) => kind === 'role' || kind === 'user').map((each) => [each.arn, each]),
  );
  const groups = new Map(resources.filter(({ kind }) => kind === 'group').map((each) => [each.name, each]));
  const exampleRoles = new Map(
    resources.filter(({ kind, example }) => example && kind === 'role').map((each) => [each.account.id, each]),
  );
  const sources = principals.filter(
    (each) => each.kind !== 'root' && each.kind !== 'anonymous' && !isHypothetical(each),
  );
  return principals.flatMap((to) =>
    waysFor(to).flatMap(({ verb, action, context, sameAccount }) => {
      const resource =
        to.kind === 'any-administrator'
          ? exampleRoles.get(to.account?.id ?? '')
          : to.kind === 'any-member'
            ? groups.get(to.name.replace('any-member-of-', ''))
            : targets.get(to.arn);
      if (!resource) return [];
      return sources
        .filter((from) => from !== to && action(from) !== undefined)
        .filter((from) => (sameAccount ? from.account?.id === resource.account.id : couldAllow(resource, from)))
        .map((from) => ({
          ...{ from, to, verb },
          question: { principal: from, action: action(from) ?? '', resource, ...(context && { context }) },
        }));
    }),
  );
}

/** The steps that policies allow, under whatever conditions. */
export async function trustGraph(steps: readonly Step[], ask: Ask): Promise<TrustGraph> {
  const graph = new Map<string, Step[]>();
  for (const step of steps) {
    const { decision } = await ask(step.question);
    if (decision === 'denied') continue;
    const known = graph.get(step.from.name);
    if (known) known.push(step);
    else graph.set(step.from.name, [step]);
  }
  return graph;
}
