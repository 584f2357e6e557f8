import { curKind, focusKind } from './charge-kinds.ts';
import { openBillingDatabase, textIn } from './billing-database.ts';
import type { BillingDatabase } from './billing-database.ts';
import { quoteText } from './sql.ts';

let database: BillingDatabase;
beforeAll(async () => {
  database = await openBillingDatabase();
});
afterAll(() => database.close());

async function evaluate(sql: string): Promise<string | null> {
  const [row = {}] = await database.rows(`SELECT ${sql} AS kind`);
  return textIn(row, 'kind');
}

test.each([
  ['Usage', 'AmazonEC2', 'usage'],
  ['DiscountedUsage', 'AmazonEC2', 'usage'],
  ['SavingsPlanCoveredUsage', 'AmazonEC2', 'usage'],
  ['SavingsPlanNegation', 'AmazonEC2', 'usage'],
  ['Fee', 'AmazonRegistrar', 'purchase'],
  ['RIFee', 'AmazonEC2', 'purchase'],
  ['SavingsPlanUpfrontFee', 'ComputeSavingsPlans', 'purchase'],
  ['SavingsPlanRecurringFee', 'ComputeSavingsPlans', 'purchase'],
  ['FlatRateSubscription', 'AmazonCloudFront', 'purchase'],
  ['FlateRateSubscription', 'AmazonCloudFront', 'purchase'],
  ['Credit', 'AmazonEC2', 'credit'],
  ['Refund', 'AmazonEC2', 'refund'],
  ['Tax', 'AmazonEC2', 'tax'],
  ['BundledDiscount', 'AmazonEC2', 'adjustment'],
  ['Discount', 'AmazonEC2', 'adjustment'],
  ['NeverSeenBefore', 'AmazonEC2', 'adjustment'],
  ['Fee', 'AWSSupportBusiness', 'support'],
  ['Fee', 'AWSEnterpriseSupport', 'support'],
  ['Usage', 'AWSSupportDeveloper', 'support'],
  ['Tax', 'AWSSupportBusiness', 'tax'],
  ['Credit', 'AWSSupportBusiness', 'credit'],
  ['Usage', 'SupportedByNobody', 'usage'],
])('a CUR line of type %s for %s is %s', async (type, product, kind) => {
  expect(await evaluate(curKind(quoteText(type), [quoteText(product), 'NULL']))).toBe(kind);
});

test.each([
  ['Usage', null, '1', 'AWS Lambda', 'usage'],
  ['Usage', null, '-0.0001', 'Azure DNS', 'usage'],
  ['Purchase', null, '1', 'AWS Lambda', 'purchase'],
  ['Credit', null, '-1', 'AWS Lambda', 'credit'],
  ['Tax', null, '1', 'AWS Lambda', 'tax'],
  ['Tax', 'Correction', '-1', 'AWS Lambda', 'tax'],
  ['Adjustment', null, '1', 'AWS Lambda', 'adjustment'],
  ['SomethingElse', null, '1', 'AWS Lambda', 'adjustment'],
  ['Usage', 'Correction', '-1', 'AWS Lambda', 'refund'],
  ['Purchase', 'Correction', '-1', 'AWS Lambda', 'refund'],
  ['Usage', 'Correction', '1', 'AWS Lambda', 'usage'],
  ['Usage', null, '1', 'AWS Support (Business)', 'support'],
  ['Purchase', null, '1', 'AWS Premium Support', 'support'],
  ['Tax', null, '1', 'AWS Premium Support', 'tax'],
])(
  'a FOCUS charge of category %s, class %s, cost %s for %s is %s',
  async (category, chargeClass, cost, service, kind) => {
    const classSql = chargeClass === null ? 'CAST(NULL AS VARCHAR)' : quoteText(chargeClass);
    expect(await evaluate(focusKind(quoteText(category), classSql, quoteText(cost), [quoteText(service)]))).toBe(kind);
  },
);
