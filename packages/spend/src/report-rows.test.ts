import { exampleAttribution, exampleCharges, exampleMonth } from './__fixtures__/example-charges.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { reportMonth } from './report-month.ts';
import { summaryRows } from './report-rows.ts';

test('a summary ends with what is unallocated and the total, in words for people', async () => {
  const source = inMemoryChargeSource(exampleCharges());
  const attribution = exampleAttribution();
  const report = await reportMonth({
    organization: 'acme',
    month: exampleMonth,
    metric: 'billed',
    attribution,
    source,
  });
  const rows = summaryRows(report);
  expect(rows[1]).toEqual({
    unit: 'retail',
    phase: 'dev',
    accounts: '1',
    cost: '17,962.20',
    change: '-8.2%',
    budget: '17,680.00',
    used: '101.6%',
  });
  expect(
    rows.slice(-2).map(({ unit, phase, accounts, cost, budget }) => [unit, phase, accounts, cost, budget]),
  ).toEqual([
    ['unallocated', '', '2', '47,542.08', '–'],
    ['total', '', '16', '536,769.27', '–'],
  ]);
});
