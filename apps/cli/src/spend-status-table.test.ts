import type { BudgetStanding, SpendStatus } from '@bulkhead/aws';
import { exitCodeOfStatus, summaryOf } from './spend-status.ts';
import { renderSpendStatus } from './spend-status-table.ts';

const budgetOf = (
  [unit, phase]: readonly [unit: string, phase: string],
  standing: BudgetStanding,
  actual: string | null,
  forecast: string | null,
): SpendStatus => ({
  account: `acme-${unit}-${phase}`,
  unit,
  phase,
  budget: '20000',
  budgetAtAws: standing === 'missing' ? null : '20000.0',
  actual,
  forecast,
  standing,
});

const budgets: readonly SpendStatus[] = [
  { ...budgetOf(['enterprise', 'shared-services'], 'within', '9372.89', '11587.36'), budgetAtAws: '15000.0' },
  budgetOf(['retail', 'prod'], 'over', '21234.5678901234', '25000'),
  budgetOf(['retail', 'stage'], 'forecast-over', '17000', '20000.001'),
  budgetOf(['retail', 'dev'], 'within', '0', null),
  budgetOf(['retail', 'sandbox'], 'not-calculated', null, null),
  budgetOf(['bi', 'dev'], 'missing', null, null),
];

const statusOf = (some: readonly SpendStatus[]) =>
  ({ organization: 'acme', month: '2026-11', currency: 'USD', summary: summaryOf(some), budgets: some }) as const;

const below = `
not calculated yet, look again in a day:
  acme-retail-sandbox

AWS has no monthly cost budget of this name, deploy the organization's stack:
  acme-bi-dev

AWS has another budget than the definition, deploy the organization's stack:
  acme-enterprise-shared-services: 15,000.00 instead of 20,000.00

of 6 budgets 1 over, 1 forecast to be over, 2 unknown
AWS counts up to three times a day, hours after the fact
`;

test('in 120 columns every budget says in words and in figures how it stands, and what to do', () => {
  expect(renderSpendStatus(statusOf(budgets), 120)).toBe(`\
acme in 2026-11: spend so far and forecast against budgets, in USD

phase               budget     actual    used   forecast  will use  state                     by

enterprise
shared-services  20,000.00   9,372.89   46.9%  11,587.36     57.9%  within

retail
prod             20,000.00  21,234.57  106.2%  25,000.00    125.0%  OVER BUDGET         1,234.57
stage            20,000.00  17,000.00   85.0%  20,000.00    100.0%  forecast over          <0.01
dev              20,000.00       0.00    0.0%          –            within
sandbox          20,000.00          ?                  ?            not calculated yet

bi
dev              20,000.00          ?                  ?            not in AWS
${below}`);
});

test('in 80 columns the state still stands in words', () => {
  const text = renderSpendStatus(statusOf(budgets), 80);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).toContain(`
retail
prod             20,000.00  21,234.57  106.2%  25,000.00  OVER BUDGET
stage            20,000.00  17,000.00   85.0%  20,000.00  forecast over
`);
  expect(text.endsWith(below)).toBe(true);
});

test('without a budget in the definition there is nothing to compare', () => {
  expect(renderSpendStatus(statusOf([]), 80)).toBe('the definition of acme sets no budget\n');
});

test.each<[readonly BudgetStanding[], number]>([
  [[], 0],
  [['within', 'within'], 0],
  [['within', 'over'], 2],
  [['within', 'forecast-over'], 2],
  [['over', 'missing'], 1],
  [['within', 'not-calculated'], 1],
])('budgets that stand %j end with %i', (standings, exitCode) => {
  const some = standings.map((standing) => budgetOf(['retail', 'dev'], standing, '1', '1'));
  expect(exitCodeOfStatus(statusOf(some))).toBe(exitCode);
});
