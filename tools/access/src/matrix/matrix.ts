import { placeOf } from '../policy/policy.ts';
import { type ActionClass, actionsOn, classNames } from '../simulate/action-classes.ts';
import type { Answer, Question } from '../simulate/question.ts';
import { type Account, type Principal, type Resource, type World, isHypothetical } from '../world/world.ts';

/**
 * - `all`: every action that represents the class, on everything in the account that it is asked about
 * - `some`: some of them, or on some resources
 * - `if`: some, and those under conditions on the request only
 * - `no`: none
 */
export type CellDecision = 'all' | 'some' | 'if' | 'no';

/** What somebody may do of one class in one account. */
export interface Cell {
  readonly principal: string;
  readonly account: string;
  readonly actionClass: ActionClass;
  readonly decision: CellDecision;
  /** `s3:GetObject acme-archive/example`, sorted; with conditions where there are any. */
  readonly may: readonly string[];
  /** Places of the statements that decided, those that deny a part of it last; what was missing where none did. */
  readonly because: readonly string[];
}

/**
 * Who can do what where, one step at a time: whom somebody can become has a row of its own.
 *
 * Rows of accounts in which a principal can do nothing are left out, but for its own account.
 */
export async function matrixOf(world: World, ask: (question: Question) => Promise<Answer>): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  const principals = world.principals.filter((each) => !isHypothetical(each));
  for (const account of world.accounts) {
    const resources = world.resources.filter((each) => each.account === account);
    const withPolicies = resources.filter(({ policies }) => policies.length > 0);
    for (const principal of principals) {
      const own = principal.account === account;
      const row: Cell[] = [];
      for (const actionClass of classNames) {
        row.push(await cellOf(principal, account, actionClass, own ? resources : withPolicies, ask));
      }
      if (own || row.some(({ decision }) => decision !== 'no')) cells.push(...row);
    }
  }
  return cells;
}

async function cellOf(
  principal: Principal,
  account: Account,
  actionClass: ActionClass,
  resources: readonly Resource[],
  ask: (question: Question) => Promise<Answer>,
): Promise<Cell> {
  const may: string[] = [];
  const allowing = new Set<string>();
  const denying = new Set<string>();
  const forbidding = new Set<string>();
  let [asked, allowed, conditional] = [0, 0, 0];
  for (const resource of resources) {
    for (const action of actionsOn(resource.kind, actionClass)) {
      const answer = await ask({ principal, action, resource });
      asked++;
      for (const reason of reasonsOf(answer)) (answer.decision === 'denied' ? denying : allowing).add(reason);
      if (answer.decision === 'denied') for (const each of answer.by) forbidding.add(`denies some: ${placeOf(each)}`);
      if (answer.decision === 'denied') continue;
      if (answer.decision === 'allowed') allowed++;
      else conditional++;
      const condition = answer.decision === 'conditional' ? ` if ${answer.conditions.join(' and ')}` : '';
      may.push(`${action} ${resource.name}${condition}`);
    }
  }
  const decision = decisionOf(asked, allowed, conditional);
  return {
    ...{ principal: principal.name, account: account.name, actionClass, decision },
    may: may.sort(),
    because: decision === 'no' ? [...denying].sort() : [...[...allowing].sort(), ...[...forbidding].sort()],
  };
}

const reasonsOf = ({ by, because }: Answer): readonly string[] => (by.length === 0 ? [because] : by.map(placeOf));

function decisionOf(asked: number, allowed: number, conditional: number): CellDecision {
  if (allowed > 0) return allowed === asked ? 'all' : 'some';
  return conditional > 0 ? 'if' : 'no';
}
