import type { OpenOrganization } from './commands/open-organization.ts';
import { questionsOf } from './promises/questions-of.ts';
import { checkQuestion } from './simulate/check-question.ts';
import type { Question } from './simulate/question.ts';
import { conceivableSteps } from './trust/trust-graph.ts';

type Asked = Pick<Question, 'action' | 'resource'>;

/**
 * Every action that promises ask about a kind of resource, with one resource of that kind, and those by which one becomes
 * somebody. Promises are asked as if they were about one principal and resources anywhere: what is denied anyhow is there
 * too.
 */
export function questionsAsked({ promises, world }: OpenOrganization): readonly Asked[] {
  const asked = new Map<string, Asked>();
  const add = ({ action, resource }: Question) => asked.set(`${action} ${resource.kind}`, { action, resource });
  for (const { question } of conceivableSteps(world)) add(question);
  const [somebody] = world.principals;
  if (!somebody) throw new Error('the world has nobody');
  for (const { butFor: _, to, ...promise } of promises) {
    if (promise.does === 'become') continue;
    const { where: __, ...anywhere } = to;
    const { questions } = questionsOf(
      { ...promise, who: { kinds: [somebody.kind] }, to: anywhere, expected: 'allowed' },
      { ...world, principals: [somebody] },
      (principal) => [{ principal, path: [] }],
    );
    for (const { question } of questions) add(question);
  }
  return [...asked.values()];
}

/** Why questions make no sense to AWS, of those that don't. */
export async function senselessAmong(questions: readonly Asked[]): Promise<readonly string[]> {
  const reasons: string[] = [];
  for (const each of questions) {
    await checkQuestion(each).catch((error: unknown) => reasons.push((error as Error).message));
  }
  return reasons;
}
