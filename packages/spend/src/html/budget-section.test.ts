import type { BudgetedCell } from '../attribution.ts';
import { inMemoryChargeSource } from '../in-memory-charge-source.ts';
import { reportMonth } from '../report-month.ts';
import { renderBudgets } from './budget-section.ts';

async function budgetsOf(cells: readonly (BudgetedCell & { readonly cost: string })[]): Promise<string> {
  const owners = new Map(cells.map(({ unit, phase }) => [unit, { unit, phase }]));
  const charge = { month: '2026-10', accountName: null, service: null, kind: 'usage' as const };
  const source = inMemoryChargeSource(cells.map(({ unit, cost }) => ({ ...charge, accountId: unit, cost })));
  const attribution = { owners, cells };
  const report = await reportMonth({ organization: 'acme', month: '2026-10', metric: 'billed', attribution, source });
  return renderBudgets(report).html;
}

test.each([
  ['0', '5', '–'],
  ['0', '0', '–'],
  ['100', '5000', '&#62;999%'],
  ['100', '-5', '-5.0%'],
])('a budget of %s against a cost of %s is drawn with the figure %s', async (budget, cost, figure) => {
  const html = await budgetsOf([{ unit: 'retail', phase: 'dev', budget, cost }]);
  expect(html).toContain(`<td class="amount">${figure}</td>`);
  expect(html).not.toContain('NaN');
});

test('of many budgets those used most are drawn, and all are in the table', async () => {
  const cells = Array.from({ length: 30 }, (_, index) => ({
    unit: `unit-${index}`,
    phase: 'dev',
    budget: '100',
    cost: String(index),
  }));
  const html = await budgetsOf(cells);
  const drawn = new Set([...html.matchAll(/>(unit-\d+) \/ dev<\/text>/g)].map(([, unit]) => unit));
  expect(drawn.size).toBe(24);
  expect(drawn).not.toContain('unit-5');
  expect(html.match(/<th scope="row"/g)).toHaveLength(30);
});

test('without any budget the page says so', async () => {
  expect(await budgetsOf([{ unit: 'retail', phase: 'dev', budget: null, cost: '1' }])).toContain('No budget is set');
});
