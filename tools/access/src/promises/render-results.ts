import { placeOf } from '../policy/policy.ts';
import type { Answer } from '../simulate/question.ts';
import { describePath } from '../trust/reach.ts';
import { type Breach, type PromiseResult, holds, isUnasked } from './check-promises.ts';

/** Breaches of one promise that are printed; more of the same help nobody. */
const shown = 5;

/** `12 promises hold`, or which statement broke which promise. */
export function renderResults(results: readonly PromiseResult[]): string {
  const broken = results.filter((result) => !holds(result));
  const questions = results.reduce((sum, result) => sum + result.questions, 0);
  const unasked = results.filter(isUnasked);
  const held = `${results.length - broken.length - unasked.length} promises hold (${questions} questions)`;
  const notHere = `asks nothing, what it is about is not here: `;
  return [
    ...unasked.map(({ promise }) => `${notHere}${promise.sentence}`),
    ...broken.map(renderBroken),
    broken.length === 0 ? held : `${held}, ${broken.length} broken`,
    '',
  ].join('\n');
}

function renderBroken({ promise, breaches, empty }: PromiseResult): string {
  const lines = breaches.slice(0, shown).map((breach) => `  ${renderBreach(breach)}`);
  const more = breaches.length - lines.length;
  return [
    `broken: ${promise.sentence}`,
    ...(empty ? ['  it asks nothing: no principal, action or resource matches'] : lines),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

function renderBreach({ question: { principal, action, resource }, reached, answer }: Breach): string {
  const way = reached.path.length === 0 ? '' : ` (${describePath(reached.path)})`;
  return `${answer.decision}: ${principal.name} ${action} ${resource.name}${way}, ${reasonOf(answer)}`;
}

/** The statements that decided; the words where no statement did. */
export const reasonOf = ({ because, by }: Answer): string =>
  by.length === 0 ? because : `${because}: ${by.map(placeOf).join('; ')}`;
