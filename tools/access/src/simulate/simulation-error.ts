import type { RunSimulationResults } from '@cloud-copilot/iam-simulate';
import type { Question } from './question.ts';

const meanings: Readonly<Record<string, string>> = {
  'invalid.service': 'there is no such service',
  'invalid.action': 'there is no such action',
  'must.use.wildcard': 'the action is about no resource, ask about account',
  'no.resource.types': 'the action is not about such a resource',
  'multiple.resource.types': 'the action can be about several kinds of such a resource',
};

/** A question that makes no sense to AWS. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';

  constructor({ action, resource }: Question, reason: RunSimulationResults | string) {
    super(
      `nothing can be said about ${action} on ${resource.arn}: ${typeof reason === 'string' ? reason : meaningOf(reason)}`,
    );
  }
}

function meaningOf(result: RunSimulationResults): string {
  if (result.resultType !== 'error') return 'the action is about one resource, name it';
  return meanings[result.errors.message] ?? result.errors.message;
}
