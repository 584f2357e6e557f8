import { decimalsOf, formatAmount, multiply } from './amount.ts';
import { billingRegion } from './billing-region.ts';
import { catalogue } from './catalogue.ts';
import type { CatalogueItem } from './catalogue.ts';
import { exampleInput } from './example-input.ts';
import { profiledPhases, spendProfile } from './profiles.ts';
import { quantityStep, skuOf, usageLines } from './usage-line.ts';

const items: readonly (readonly [string, CatalogueItem])[] = Object.entries(catalogue);
const regionCodes = ['us-east-1', 'eu-west-1', 'eu-north-1', 'ap-northeast-1', 'sa-east-1', 'xx-new-1'];

test.each(items)('price times quantity of %s needs at most ten decimal places', (_, item) => {
  expect(decimalsOf(item.price) + item.quantityDecimals).toBeLessThanOrEqual(10);
});

test.each(items)('%s costs something in every region, under a savings plan too', (_, item) => {
  const account = { id: '1', name: 'a', unit: 'u', phase: 'prod', regions: [], budget: null };
  const name = items.find(([, other]) => other === item)?.[0] ?? '';
  for (const code of regionCodes) {
    const lines = usageLines(
      exampleInput,
      { ...account, regions: [code] },
      { ...spendProfile('prod'), shares: { [name]: 100 } },
    );
    expect(lines).toHaveLength(1);
    for (const line of lines) {
      const step = quantityStep(line);
      expect(multiply(line.sku.listUnitPrice, step)).toBeGreaterThan(0n);
      const planCost = line.planUnitPrice === null ? null : multiply(line.planUnitPrice, step);
      expect(planCost === null || (planCost > 0n && planCost < multiply(line.sku.listUnitPrice, step))).toBe(true);
    }
  }
});

test.each([...profiledPhases, 'a phase of their own'])(
  'the shares of what an account in %s uses are 100 percent',
  (phase) => {
    const sum = Object.values(spendProfile(phase).shares).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(100, 9);
  },
);

test('further regions take their part from home and add nothing', () => {
  const account = {
    id: '1',
    name: 'a',
    unit: 'u',
    phase: 'prod',
    regions: ['eu-west-1', 'us-east-1', 'eu-north-1'],
    budget: null,
  };
  const lines = usageLines(exampleInput, account, spendProfile('prod'));
  expect(lines.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(new Set(lines.map(({ region }) => region.code))).toEqual(new Set(account.regions));
});

test.each([
  ['us-east-1', 'BoxUsage:m5.12xlarge', '2.304'],
  ['eu-west-1', 'EU-BoxUsage:m5.12xlarge', '2.5344'],
  ['xx-new-1', 'XX-NEW-1-BoxUsage:m5.12xlarge', '2.7648'],
])('in %s an instance is metered as %s', (code, usageType, price) => {
  const sku = skuOf(catalogue.m5Large12, billingRegion(code));
  expect({ usageType: sku.usageType, price: formatAmount(sku.listUnitPrice) }).toEqual({ usageType, price });
  expect(sku.priceId).toMatch(/^[A-Z0-9]{16}\.[A-Z0-9]{10}\.[A-Z0-9]{10}$/);
});

test('every metered item and region has a SKU id of its own', () => {
  const ids = items.flatMap(([, item]) => regionCodes.map((code) => skuOf(item, billingRegion(code)).id));
  expect(new Set(ids).size).toBe(ids.length);
});
