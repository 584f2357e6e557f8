import { exitCodeOfExplanation } from './exit-code.ts';
import { explainLimit } from './explain-limit.ts';
import { QuestionError } from './question-error.ts';
import { planOrganization } from './reconcile.ts';
import { definition, idOf, newQuotas, reconciliationOf, worldWith } from './world.fixture.ts';

const devHome = { accountId: idOf('example-shop-dev'), region: 'eu-west-1' };
const plan = await planOrganization(
  reconciliationOf(
    worldWith({ usage: [{ ...devHome, running: { 'm5.12xlarge': 3 }, committed: { 'm5.12xlarge': 2 } }] }),
  ),
);

test.each([
  ['example-shop-dev', 'm5.12xlarge', 'phases.dev.limits[0]', 'at most 50 m5.12xlarge in each account'],
  ['example-shop-dev', 'r5.large', 'phases.dev.limits', 'r5.large has no cap of its own'],
  ['example-lab-dev', 'r5.large', 'businessUnits.lab.overrides.dev.limits[0]', 'at most 4 r5.large in each account'],
  ['example-shop-prod', 'p4d.24xlarge', 'phases.prod.limits[1]', 'at most 2 p4d.24xlarge in each account'],
  ['example-shop-dr', 'm5.12xlarge', 'phases.prod.limits[0]', 'at most 200 m5.12xlarge in each account'],
  [
    'example-shop-sandbox',
    't3.micro',
    'phases.sandbox.otherVcpu',
    '64 vCPU for types of the standard pool without a cap',
  ],
])('%s and %s lead to the sentence in the definition', (account, type, path, text) => {
  expect(explainLimit(definition, plan, account, type).sentences[0]).toEqual({ path, text });
});

test('the allowance of the standard pool is no sentence about a type of another pool', () => {
  const { sentences } = explainLimit(definition, plan, 'example-shop-prod', 'p4d.24xlarge');
  expect(sentences.map(({ path }) => path)).toEqual(['phases.prod.limits[1]']);
});

test('the numbers of each Region stand beside the sentence', () => {
  const { vcpuEach, regions } = explainLimit(definition, plan, 'example-shop-dev', 'm5.12xlarge');
  expect(vcpuEach).toBe(48);
  expect(regions).toMatchObject([
    {
      region: 'eu-west-1',
      roomFor: 50,
      cap: { atMost: 50, running: { value: 3 }, committed: { value: 2 } },
      limit: { ceiling: 2400, granted: { value: { vcpu: 5 } }, usage: { value: { runningVcpu: { value: 144 } } } },
    },
  ]);
  expect(explainLimit(definition, plan, 'example-shop-prod', 'm5.12xlarge').regions).toMatchObject([
    { region: 'eu-west-1', cap: { atMost: 100 } },
    { region: 'us-east-1', cap: { atMost: 100 } },
  ]);
});

test('what happens at the cap follows from the means that holds it', () => {
  const atCap = (account: string, type: string) => explainLimit(definition, plan, account, type).regions[0]?.atCap;
  expect(atCap('example-shop-dev', 'm5.12xlarge')).toContain('EC2 refuses On-Demand launches past 5 vCPU');
  expect(atCap('example-shop-prod', 'm5.12xlarge')).toContain('launches past 100 m5.12xlarge succeed');
});

test.each([
  [4799, "today's quota of 4799 vCPU ends at 99; once AWS grants more, launches past 100 m5.12xlarge succeed, and"],
  [4800, 'launches past 100 m5.12xlarge succeed up to the quota of 4800 vCPU, and show in the plan'],
])('where only detected, a quota of %i vCPU says whether the cap is reached at all', async (vcpu, text) => {
  const quotas = newQuotas.map((quota) => ({ ...quota, vcpu }));
  const granted = await planOrganization(reconciliationOf(worldWith({ quotas })));
  const { regions } = explainLimit(definition, granted, 'example-shop-prod', 'm5.12xlarge');
  expect(regions[0]?.atCap).toContain(text);
});

test('a phase that limits nothing has no sentence and no number', () => {
  const { sentences, regions } = explainLimit(definition, plan, 'example-shop-open', 'm5.large');
  expect([sentences, regions]).toEqual([[], []]);
});

test('an account and a type that do not exist are told in one answer, with what was meant', () => {
  const explain = () => explainLimit(definition, plan, 'example-shop-dew', 'm5.12xlrge');
  expect(explain).toThrow(QuestionError);
  expect(explain).toThrow(
    'no runtime account is named example-shop-dew, did you mean example-shop-dev?\n' +
      'no EC2 instance type is named m5.12xlrge, did you mean m5.12xlarge?',
  );
});

test('a Mac type says that no quota counts it', () => {
  expect(() => explainLimit(definition, plan, 'example-shop-dev', 'mac2.metal')).toThrow('runs on Dedicated Hosts');
});

test('what happens at the cap of a quota that can not be read is unknown, and so is the exit code', async () => {
  const unread = await planOrganization(reconciliationOf(worldWith({ quotas: [] })));
  const explanation = explainLimit(definition, unread, 'example-shop-dev', 'm5.12xlarge');
  expect(explanation.regions[0]?.atCap).toBe(
    'unknown: whether EC2 refuses launches past 50 m5.12xlarge depends on the quota',
  );
  expect(exitCodeOfExplanation(explanation)).toBe(1);
  expect(exitCodeOfExplanation(explainLimit(definition, plan, 'example-shop-dev', 'm5.12xlarge'))).toBe(0);
});
