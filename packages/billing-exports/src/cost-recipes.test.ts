import { openBillingExport } from './index.ts';
import { legacyCurCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

const month = '2025-03';

async function effectiveCost(row: Readonly<Record<string, string>>): Promise<string> {
  const source = await openBillingExport([folder.write('cur.csv', legacyCurCsv(row))]);
  try {
    const charges = await source.charges({ metric: 'effective', from: month, to: month });
    expect(charges.map(({ cost }) => cost)).toEqual([await source.total({ metric: 'effective', month })]);
    return charges[0]?.cost ?? '';
  } finally {
    await source.close();
  }
}

test.each([
  ['usage costs what is invoiced', { 'lineItem/LineItemType': 'Usage' }, '1.5'],
  [
    'a credit costs what is invoiced',
    { 'lineItem/LineItemType': 'Credit', 'lineItem/UnblendedCost': '-3E-7' },
    '-0.0000003',
  ],
  [
    'usage under a Savings Plan costs its share of the plan',
    { 'lineItem/LineItemType': 'SavingsPlanCoveredUsage', 'savingsPlan/SavingsPlanEffectiveCost': '0.7' },
    '0.7',
  ],
  [
    'usage under a reservation costs its share of the reservation',
    { 'lineItem/LineItemType': 'DiscountedUsage', 'reservation/EffectiveCost': '0.6' },
    '0.6',
  ],
  ['a Savings Plan negation costs nothing', { 'lineItem/LineItemType': 'SavingsPlanNegation' }, '0'],
  ['the upfront fee of a Savings Plan costs nothing', { 'lineItem/LineItemType': 'SavingsPlanUpfrontFee' }, '0'],
  [
    'the recurring fee of a Savings Plan costs what nothing used',
    {
      'lineItem/LineItemType': 'SavingsPlanRecurringFee',
      'savingsPlan/TotalCommitmentToDate': '1.000000000000000000001',
      'savingsPlan/UsedCommitment': '0.75',
    },
    '0.250000000000000000001',
  ],
  [
    'the fee of a reservation costs what nothing used',
    {
      'lineItem/LineItemType': 'RIFee',
      'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod': '0.2',
      'reservation/UnusedRecurringFee': '0.03',
    },
    '0.23',
  ],
  [
    'the upfront fee of a reservation costs nothing',
    { 'lineItem/LineItemType': 'Fee', 'reservation/ReservationARN': 'arn:aws:ec2:::reserved-instances/example' },
    '0',
  ],
  ['any other fee costs what is invoiced', { 'lineItem/LineItemType': 'Fee', 'reservation/ReservationARN': '' }, '1.5'],
])('%s', async (_, row, cost) => {
  expect(await effectiveCost(row)).toBe(cost);
});

test.each([
  ['SavingsPlanCoveredUsage', 'savingsPlan/SavingsPlanEffectiveCost'],
  ['DiscountedUsage', 'reservation/EffectiveCost'],
  ['SavingsPlanRecurringFee', 'savingsPlan/TotalCommitmentToDate'],
  ['SavingsPlanRecurringFee', 'savingsPlan/UsedCommitment'],
  ['RIFee', 'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod'],
  ['RIFee', 'reservation/UnusedRecurringFee'],
])('a line of type %s has no effective cost without %s', async (type, column) => {
  const path = folder.write('cur.csv', legacyCurCsv({ 'lineItem/LineItemType': type }));
  const source = await openBillingExport([path]);
  await expect(source.charges({ metric: 'effective', from: month, to: month })).rejects.toThrow(
    `no effective cost in legacy CUR CSV (${path}): column ${column} is missing`,
  );
  await expect(source.total({ metric: 'effective', month })).rejects.toThrow(`column ${column} is missing`);
  expect(await source.total({ metric: 'billed', month })).toBe('1.5');
  await source.close();
});
