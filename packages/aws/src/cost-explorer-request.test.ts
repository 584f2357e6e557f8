import type { CostMetric } from '@bulkhead/spend';
import { costExplorerPrice } from './cost-explorer-estimate.ts';
import { costExplorerWindow } from './cost-explorer-request.ts';

const currentMonth = '2026-11';

test.each([
  ['2026-11', 14],
  ['2026-10', 13],
  ['2025-10', 1],
])('a report of %s reads the %i months that are kept up to it', (month, months) => {
  expect(costExplorerWindow({ month, currentMonth, metric: 'billed' })).toEqual({
    firstMonth: '2025-10',
    lastMonth: month,
    months,
  });
});

test.each([
  ['2025-09', 'from 2025-10 to 2026-11; read older ones from a billing export, got: 2025-09'],
  ['2026-12', 'Cost Explorer has the 14 months from 2025-10 to 2026-11, got: 2026-12'],
  ['2026-13', 'got: 2026-13'],
])('a report of %s is refused before anything is asked', (month, message) => {
  expect(() => costExplorerWindow({ month, currentMonth, metric: 'billed' })).toThrow(message);
});

test.each<[CostMetric, RegExp | null]>([
  ['billed', null],
  ['effective', null],
  ['list', /^Cost Explorer has no list prices, .*, got: list$/],
])('the metric %s is refused before anything is asked where Cost Explorer does not have it', (metric, message) => {
  const ask = () => costExplorerWindow({ month: currentMonth, currentMonth, metric });
  if (message) expect(ask).toThrow(message);
  else expect(ask).not.toThrow();
});

test.each([
  [0, '0.00'],
  [1, '0.01'],
  [3, '0.03'],
  [129, '1.29'],
])('%i pages cost %s USD', (pages, usd) => {
  expect(costExplorerPrice(pages)).toBe(usd);
});
