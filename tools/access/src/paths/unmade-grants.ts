import type { Grant } from '@bulkhead/model';
import { lastSecondBefore } from '../promises/ending-promises.ts';
import type { Answer, Question } from '../simulate/question.ts';
import type { Context, Principal, Resource, World } from '../world/world.ts';
import { grantedActions, viaServiceOf } from './granted-actions.ts';
import { grantedIn } from './granted-resources.ts';

/** Something that a grant declares and the policies don't do, or still do after its end. */
export interface UnmadeGrant {
  readonly grant: Grant;
  /** `s3:GetObject on acme-retail-prod/orders/example is denied: no policy of the principal allows it`. */
  readonly because: string;
}

type Ask = (question: Question) => Promise<Answer>;

/** What declared grants say and policies don't: each is asked about within its time, and after it. */
export async function unmadeGrants(
  grants: readonly Grant[],
  world: World,
  ask: Ask,
): Promise<{ readonly unmade: readonly UnmadeGrant[]; readonly questions: number }> {
  const unmade: UnmadeGrant[] = [];
  let questions = 0;
  for (const grant of grants) {
    const needed = neededBy(grant, world);
    if (typeof needed === 'string') {
      unmade.push({ grant, because: needed });
      continue;
    }
    for (const question of needed) {
      questions++;
      const answer = await ask({ ...question, context: { ...question.context, ...within(grant) } });
      if (answer.decision !== 'allowed') {
        unmade.push({ grant, because: `${described(question)} is ${answer.decision}: ${answer.because}` });
      }
      if (grant.until === undefined) continue;
      questions++;
      const after = await ask({ ...question, context: { ...question.context, ...atEnd(grant.until) } });
      if (after.decision !== 'denied') {
        unmade.push({
          grant,
          because: `${described(question)} is ${after.decision} on ${grant.until}, when it is over`,
        });
      }
    }
  }
  return { unmade, questions };
}

const described = ({ action, resource }: Question) => `${action} on ${resource.name}`;

const atEnd = (until: string): Context => ({ 'aws:CurrentTime': `${until}T00:00:00Z` });

/** The last second of a grant that ends; a grant that lasts has to be allowed whatever the time is. */
function within({ until }: Grant): Context {
  return until === undefined ? {} : { 'aws:CurrentTime': lastSecondBefore(until) };
}

/** What has to be allowed; in words where the world lacks what the grant is about. */
function neededBy(grant: Grant, world: World): readonly Question[] | string {
  const found = grantedIn(grant, world);
  const { from, to, what } = grant;
  if (!found) return `no role ${from.role} stands in ${from.account}`;
  const { role, resources, keys } = found;
  const { on, key } = grantedActions(to.kind, what);
  const questions = Object.entries(on).flatMap(([kind, actions]) => {
    const about = resources.filter((each) => each.kind === kind);
    return about.length === 0 ? [] : asked(role, about, actions, ofSubscription(role, to.region, actions));
  });
  if (questions.length === 0 && Object.keys(on).length > 0) return `no store ${to.name} stands in ${to.account}`;
  const through = what === 'use-key' ? {} : { 'kms:ViaService': viaServiceOf(to) };
  return [...questions, ...asked(role, keys, key, through)];
}

const asked = (principal: Principal, about: readonly Resource[], actions: readonly string[], context: Context) =>
  about.flatMap((resource) => actions.map((action): Question => ({ principal, action, resource, context })));

/** A topic is subscribed to with a queue of the caller's own account. */
const ofSubscription = ({ account }: Principal, region: string, actions: readonly string[]): Context =>
  actions.includes('sns:Subscribe')
    ? { 'sns:Protocol': 'sqs', 'sns:Endpoint': `arn:aws:sqs:${region}:${account?.id ?? ''}:any` }
    : {};
