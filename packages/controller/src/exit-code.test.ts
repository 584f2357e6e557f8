import type { ActionOutcome } from './apply-plan.ts';
import { exitCodeOfApply, exitCodeOfPlan } from './exit-code.ts';
import type { LimitState } from './limit-state.ts';
import { planOrganization } from './reconcile.ts';
import { reconciliationOf, worldWith } from './world.fixture.ts';

const plan = await planOrganization(reconciliationOf(worldWith()));
const [action] = plan.actions;
if (!action) throw new Error('the fixture has nothing to ask for');

interface Counts {
  readonly limits?: Partial<Record<LimitState, number>>;
  readonly actions?: number;
  readonly unknown?: number;
}
const planOf = ({ limits, actions = 0, unknown = 0 }: Counts) => {
  const none = { ...plan.summary.limits, 'to-request': 0 };
  return { ...plan, summary: { limits: { ...none, ...limits }, actions, unknown } };
};

test.each<readonly [what: string, counts: Counts, code: number]>([
  ['nothing to do', { limits: { satisfied: 3, denied: 1, 'above-ceiling': 1 } }, 0],
  ['changes', { actions: 1, limits: { pending: 1 } }, 2],
  ['a request under review', { limits: { pending: 1 } }, 3],
  ['a case', { limits: { 'case-opened': 1 } }, 3],
  ['a queue', { limits: { queued: 1 } }, 3],
  ['something unknown beside changes', { actions: 1, unknown: 1 }, 1],
])('a plan with %s ends with its code', (_, counts, code) => {
  expect(exitCodeOfPlan(planOf(counts))).toBe(code);
});

test.each<readonly [kinds: readonly ActionOutcome['kind'][], counts: Counts, code: number]>([
  [[], {}, 0],
  [[], { limits: { pending: 1 } }, 3],
  [['skipped'], {}, 2],
  [['waiting'], {}, 3],
  [['applied', 'waiting'], {}, 2],
  [['applied', 'failed'], {}, 1],
  [['applied'], { unknown: 1 }, 1],
])('outcomes %j end with their code', (kinds, counts, code) => {
  const outcomes = kinds.map((kind): ActionOutcome => ({ action, kind, reason: '' }));
  expect(exitCodeOfApply(planOf(counts), outcomes)).toBe(code);
});
