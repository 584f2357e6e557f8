import type { LimitPlan, Plan } from '@bulkhead/controller';
import { nothingToDo } from './nothing-to-do.ts';

test.each<[Partial<Record<LimitPlan['state'], number>>, string]>([
  [{}, 'nothing to do'],
  [{ pending: 1 }, 'nothing to do but wait: AWS has 1 request to answer'],
  [
    { pending: 19, 'case-opened': 1, queued: 3 },
    'nothing to do but wait: AWS has 20 requests to answer, 3 requests can be made once AWS has answered others',
  ],
  [{ queued: 1 }, 'nothing to do but wait: 1 request can be made once AWS has answered others'],
])('where limits are %j, the plan ends with: %s', (states, text) => {
  const limits = { pending: 0, 'case-opened': 0, queued: 0, ...states };
  expect(nothingToDo({ summary: { limits } } as Plan)).toBe(text);
});
