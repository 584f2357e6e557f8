import { matchesPattern } from '../policy/matches-pattern.ts';
import { listOf, type Policy, type Statement, type StatementDocument } from '../policy/policy.ts';
import type { Substitute } from './question.ts';

const byAction = new WeakMap<Policy, Map<string, readonly Statement[]>>();

/**
 * The statements of a policy that an action falls under. The others can't have a say, so nobody has to evaluate them:
 * policies of an organization are long, and few of their statements are about any one action.
 */
export function statementsAbout(policy: Policy, action: string, substitute?: Substitute): readonly Statement[] {
  let about = byAction.get(policy);
  if (!about) byAction.set(policy, (about = new Map<string, readonly Statement[]>()));
  let statements = about.get(action);
  if (!statements) {
    statements = policy.statements.filter(({ document }) => isAbout(document, action));
    about.set(action, statements);
  }
  if (!substitute || !statements.some(({ key }) => key === substitute.key)) return statements;
  return statements.flatMap((each) => (each.key === substitute.key ? (substitute.by ?? []) : each));
}

function isAbout({ Action, NotAction }: StatementDocument, action: string): boolean {
  const names = (pattern: string) => matchesPattern(pattern, action);
  return Action === undefined ? !listOf(NotAction).some(names) : listOf(Action).some(names);
}
