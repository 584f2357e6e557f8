import { digestOf } from './digest.ts';
import { PlanFileError, parsePlan, renderPlan } from './plan-file.ts';
import { planOrganization } from './reconcile.ts';
import { reconciliationOf, worldWith } from './world.fixture.ts';

const plan = await planOrganization(reconciliationOf(worldWith()));
const text = renderPlan(plan);
const problemsOf = (edited: string): readonly string[] => {
  try {
    parsePlan(edited);
    return [];
  } catch (error) {
    return error instanceof PlanFileError ? error.problems : [String(error)];
  }
};

test('a plan is read back as it was written', () => {
  expect(parsePlan(text)).toEqual(plan);
});

test.each([
  ['a number', text.replace('"to": 2400', '"to": 9600')],
  ['a Region', text.replace('"region": "us-east-1"', '"region": "us-west-2"')],
  ['a reason', text.replace('AWS grants 5 vCPU', 'AWS grants 6 vCPU')],
  ['the fingerprint', text.replace(plan.fingerprint, '0'.repeat(64))],
])('a plan file in which %s was edited by hand is refused', (_, edited) => {
  expect(edited).not.toBe(text);
  expect(problemsOf(edited)[0]).toContain('edited by hand');
});

test('an edit that comes with its own digest still asks for no more than its limits allow', () => {
  const [first, ...others] = plan.actions;
  if (!first) throw new Error('the fixture has nothing to ask for');
  const elsewhere = { ...first, place: { ...first.place, region: 'us-west-2' } };
  const edited = { ...plan, actions: [{ ...first, to: first.to + 1, from: 4 }, elsewhere, ...others] };
  const withDigest = JSON.stringify({ format: 'bulkhead-limits-plan-1', digest: digestOf(edited), plan: edited });
  expect(problemsOf(withDigest)).toEqual([
    'plan.actions.0.to: must be the ceiling of 64 vCPU, got: 65',
    'plan.actions.0.from: must be what is granted, got: 4',
    expect.stringContaining('plan.actions.1: must stand for a limit that is to be requested'),
  ]);
});

test('a file with several mistakes is told all of them', () => {
  const file = JSON.parse(text) as { plan: Record<string, unknown> };
  const problems = problemsOf(JSON.stringify({ ...file, plan: { ...file.plan, made: 'today', limits: 7 } }));
  expect(problems).toEqual([
    expect.stringContaining('plan.made: must be an instant in UTC'),
    expect.stringContaining('plan.limits: '),
  ]);
});

test.each(['', '{', '[]', 'null', '{"format":"bulkhead-limits-plan-2"}'])('%j is no plan file', (other) => {
  expect(() => parsePlan(other)).toThrow(PlanFileError);
});
