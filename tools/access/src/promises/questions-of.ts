import { type ActionClass, actionsOn } from '../simulate/action-classes.ts';
import { couldAllow } from '../simulate/named-by.ts';
import type { Question } from '../simulate/question.ts';
import type { Reached } from '../trust/reach.ts';
import type { Account, Context, Principal, World } from '../world/world.ts';
import { matchesPatterns, matchesPrincipal, matchesResource, standsWhere, withoutAccount } from './matching.ts';
import type { AccessPromise } from './promise.ts';

/** A question that a promise asks, and how whom it is about was reached. */
export interface PromiseQuestion {
  readonly question: Question;
  readonly reached: Reached;
}

/** Whom a principal can become, oneself with an empty path. */
export type ReachOf = (principal: Principal) => readonly Reached[];

/** What a promise asks. */
export interface AskedQuestions {
  readonly questions: readonly PromiseQuestion[];
  /**
   * Further questions about resources of other accounts whose policies name nobody like the principal: they are denied, as
   * was promised, and most of what is asked of a large organization.
   */
  readonly deniedAnyhow: number;
}

/** Everything that a promise asks: each principal, and whoever it can become, about each action on each resource. */
export function questionsOf(promise: AccessPromise, world: World, reachOf: ReachOf): AskedQuestions {
  const principals = world.principals.filter((principal) => matchesPrincipal(promise.who, principal));
  if (promise.does === 'become') {
    const questions = principals.flatMap((each) => stepsTo(promise, world, each, reachOf(each)));
    return { questions, deniedAnyhow: 0 };
  }
  const { to, unguarded } = promise;
  const targets = world.resources
    .filter((resource) => matchesResource(to, resource))
    .map((resource) => ({
      resource,
      asked: regionsAsked(promise, world, resource.account).flatMap((region) =>
        actionsAbout(promise, resource.kind).map((action) => ({ action, ...region })),
      ),
    }))
    .filter(({ asked }) => asked.length > 0);
  const questions: PromiseQuestion[] = [];
  let deniedAnyhow = 0;
  for (const from of principals) {
    for (const reached of reachOf(from)) {
      if (reached.path.length > 0 && !promise.throughOthers) continue;
      const { principal } = reached;
      if (promise.butFor !== undefined && matchesPatterns(promise.butFor, withoutAccount(principal.name))) continue;
      for (const { resource, asked } of targets) {
        if (!standsWhere(to.where, from, resource)) continue;
        if (
          promise.expected === 'denied' &&
          principal.account !== resource.account &&
          !couldAllow(resource, principal)
        ) {
          deniedAnyhow += asked.length;
          continue;
        }
        for (const each of asked) {
          questions.push({ question: { principal, resource, ...each, ...(unguarded && { unguarded }) }, reached });
        }
      }
    }
  }
  return { questions, deniedAnyhow };
}

/** The last steps of every way to whom a promise is about: whoever takes it has become them. */
function stepsTo(
  { to }: AccessPromise,
  world: World,
  principal: Principal,
  reach: readonly Reached[],
): readonly PromiseQuestion[] {
  const targets = new Set(world.resources.filter((each) => matchesResource(to, each)).map(({ arn }) => arn));
  return reach.flatMap((reached) => {
    const last = reached.path.at(-1);
    if (!last || !targets.has(reached.principal.arn)) return [];
    return standsWhere(to.where, principal, last.question.resource) ? [{ question: last.question, reached }] : [];
  });
}

function actionsAbout({ does, to }: AccessPromise, kind: string): readonly string[] {
  if (does === 'become') return [];
  if (typeof does === 'object' && 'actions' in does) {
    // actions say nothing about what they are about, so the promise does
    return to.kinds?.includes(kind) ? does.actions : [];
  }
  if (typeof does === 'object' && 'on' in does) return does.on[kind] ?? [];
  return [does].flat().flatMap((name: ActionClass) => actionsOn(kind, name));
}

/** A Region that no organization of ours works in. */
const farRegion = 'ap-southeast-3';

/** The context of a question, once for each Region that it is asked about. */
function regionsAsked(
  { context, region }: AccessPromise,
  { regions }: World,
  account: Account,
): readonly { readonly context?: Context }[] {
  if (region === undefined) return [context ? { context } : {}];
  const asked =
    region === 'outside the organization' ? [farRegion] : regions.filter((each) => !account.regions.includes(each));
  return asked.map((each) => ({ context: { ...context, 'aws:RequestedRegion': each } }));
}
