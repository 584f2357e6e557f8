import { amountToDouble } from './amount.ts';
import { isWeekend } from './calendar.ts';
import { exampleInput } from './example-input.ts';
import { generateCharges } from './generate-charges.ts';
import type { SampleCharge } from './sample-charge.ts';

const charges = [...generateCharges(exampleInput)];
const months = [...new Set(charges.map(({ billingMonth }) => billingMonth))];
const usd = (wanted: (charge: SampleCharge) => boolean, cost: 'billedCost' | 'listCost' = 'billedCost') =>
  amountToDouble(charges.filter(wanted).reduce((sum, charge) => sum + charge[cost], 0n));
const usageIn = (name: string, month: string) =>
  usd((charge) => charge.account?.name === name && charge.billingMonth === month && isDaily(charge), 'listCost');
const isDaily = ({ category, isCorrection, sku }: SampleCharge) =>
  category === 'Usage' && !isCorrection && sku !== null;

test('an organization of 13 accounts has a bill of 60,000 to 150,000 lines in 14 months', () => {
  expect(months).toHaveLength(14);
  expect(charges.length).toBeGreaterThan(60_000);
  expect(charges.length).toBeLessThan(150_000);
});

test.each(['acme-retail-prod', 'acme-bi-prod', 'acme-startup-prod'])(
  '%s grows every month, three to five percent on average',
  (name) => {
    const series = months.map((month) => usageIn(name, month));
    expect(series).toEqual(series.toSorted((left, right) => left - right));
    const growth = ((series.at(-1) ?? 0) / (series[0] ?? 1)) ** (1 / 13) - 1;
    expect(growth).toBeGreaterThan(0.028);
    expect(growth).toBeLessThan(0.052);
  },
);

test.each([
  ['acme-retail-prod', 0.8, 0.97],
  ['acme-retail-dev', 0.3, 0.65],
  ['acme-retail-dr', 0.98, 1.02],
])('a weekend day of %s costs %d to %d of a working day', (name, from, to) => {
  const daily = charges.filter(
    (charge) => charge.account?.name === name && charge.billingMonth === '2026-10' && isDaily(charge),
  );
  const average = (days: readonly SampleCharge[]) =>
    days.reduce((sum, { listCost }) => sum + amountToDouble(listCost), 0) /
    new Set(days.map(({ start }) => start)).size;
  const ratio =
    average(daily.filter(({ start }) => isWeekend(start))) / average(daily.filter(({ start }) => !isWeekend(start)));
  expect(ratio).toBeGreaterThan(from);
  expect(ratio).toBeLessThan(to);
});

test('exactly one account is over its budget in the last month, and none was before', () => {
  const over = (month: string) =>
    exampleInput.accounts
      .filter(
        ({ id, budget }) =>
          budget && usd((charge) => charge.account?.id === id && charge.billingMonth === month) > Number(budget),
      )
      .map(({ name }) => name);
  expect(months.map(over)).toEqual([...months.slice(0, -1).map(() => []), ['acme-bi-sandbox']]);
});

test.each([
  'acme-retail-dev',
  'acme-retail-stage',
  'acme-retail-prod',
  'acme-bi-dev',
  'acme-bi-prod',
  'acme-startup-prod',
])('%s spends 60 to 110 percent of its budget in the last month', (name) => {
  const account = exampleInput.accounts.find((candidate) => candidate.name === name);
  const part =
    usd(({ account: owner, billingMonth }) => owner?.name === name && billingMonth === '2026-10') /
    Number(account?.budget);
  expect(part).toBeGreaterThan(0.6);
  expect(part).toBeLessThan(1.1);
});

test('dr stays small beside prod, even with the same budget', () => {
  expect(usageIn('acme-retail-dr', '2026-10') / usageIn('acme-retail-prod', '2026-10')).toBeLessThan(0.2);
});

test('identity costs next to nothing', () => {
  expect(
    usd(({ account, billingMonth }) => account?.name === 'acme-identity' && billingMonth === '2026-10'),
  ).toBeLessThan(100);
});

test('an account that no model knows leaves in the eighth month', () => {
  const known = new Set([exampleInput.managementAccountId, ...exampleInput.accounts.map(({ id }) => id)]);
  const departed = charges.filter(({ account }) => account !== null && !known.has(account.id));
  expect(new Set(departed.map(({ account }) => account?.name))).toEqual(new Set(['acme-pilot']));
  expect([...new Set(departed.map(({ billingMonth }) => billingMonth))]).toEqual(months.slice(0, 8));
  expect(
    departed
      .filter(isDaily)
      .map(({ start }) => start)
      .toSorted()
      .at(-1),
  ).toBe(`${months[7]}-17`);
});

test('support stands on the management account, and another publisher sells something every month', () => {
  const support = charges.filter(({ service }) => service.name === 'AWS Support (Business)');
  expect(new Set(support.map(({ account }) => account?.id))).toEqual(new Set([exampleInput.managementAccountId]));
  const foreign = charges.filter(({ publisher }) => publisher !== 'Amazon Web Services, Inc.');
  expect([support, foreign].map(({ length }) => length)).toEqual([14, 14]);
});
