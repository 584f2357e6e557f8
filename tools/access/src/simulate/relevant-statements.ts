import { matchesPattern } from '../policy/matches-pattern.ts';
import { listOf, type Policy, type Statement, type StatementDocument } from '../policy/policy.ts';
import type { Substitute } from './question.ts';

const byPolicy = new WeakMap<Policy, Map<string, readonly Statement[]>>();
const byPolicies = new WeakMap<readonly Policy[], Map<string, readonly Statement[]>>();

/**
 * The statements of policies that an action falls under. The others can't have a say, so nobody has to evaluate them:
 * policies of an organization are long, and few of their statements are about any one action.
 */
export function statementsAbout(
  policies: readonly Policy[],
  action: string,
  substitute?: Substitute,
): readonly Statement[] {
  const statements = remembered(byPolicies, policies, action, () =>
    policies.flatMap((policy) =>
      remembered(byPolicy, policy, action, () => policy.statements.filter(({ document }) => isAbout(document, action))),
    ),
  );
  if (!substitute || !statements.some(({ key }) => key === substitute.key)) return statements;
  return statements.flatMap((each) => (each.key === substitute.key ? (substitute.by ?? []) : each));
}

function remembered<Key extends object>(
  all: WeakMap<Key, Map<string, readonly Statement[]>>,
  key: Key,
  action: string,
  find: () => readonly Statement[],
): readonly Statement[] {
  let byAction = all.get(key);
  if (!byAction) all.set(key, (byAction = new Map<string, readonly Statement[]>()));
  let statements = byAction.get(action);
  if (!statements) byAction.set(action, (statements = find()));
  return statements;
}

function isAbout({ Action, NotAction }: StatementDocument, action: string): boolean {
  const names = (pattern: string) => matchesPattern(pattern, action);
  return Action === undefined ? !listOf(NotAction).some(names) : listOf(Action).some(names);
}
