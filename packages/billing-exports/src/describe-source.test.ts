import { openBillingExport } from './index.ts';
import { focusCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

const march = { BillingPeriodStart: '2025-03-01 00:00:00', ChargePeriodStart: '2025-03-31 00:00:00' };
const april = (day: string) => ({
  BillingPeriodStart: '2025-04-01 00:00:00',
  ChargePeriodStart: `2025-04-${day} 00:00:00`,
});

test.each([
  ['a month alone without invoice ids is open', [march], []],
  ['a month whose charges are all invoiced is settled', [{ ...march, InvoiceId: 'INV-1' }], ['2025-03']],
  ['a month with one charge that is not invoiced is open', [{ ...march, InvoiceId: 'INV-1' }, march], []],
  ['a month is open while charges go on for less than two weeks', [march, april('14')], []],
  ['a month is settled when charges go on for two weeks', [march, april('15')], ['2025-03']],
  ['invoices and time count together', [march, { ...april('15'), InvoiceId: 'INV-2' }], ['2025-03', '2025-04']],
])('%s', async (_, rows, settled) => {
  const source = await openBillingExport([folder.write('a.csv', focusCsv(...rows))]);
  expect((await source.describe()).settledMonths).toEqual(settled);
  await source.close();
});

test('a description says what is there, months ascending', async () => {
  const b = folder.write('b.csv', focusCsv(march));
  const a = folder.write('a.csv', focusCsv(april('02'), april('03')));
  const source = await openBillingExport([b, a]);
  expect(await source.describe()).toEqual({
    format: 'FOCUS 1.0 CSV',
    files: [a, b],
    rows: 3,
    months: ['2025-03', '2025-04'],
    currency: 'USD',
    settledMonths: [],
  });
  await source.close();
});
