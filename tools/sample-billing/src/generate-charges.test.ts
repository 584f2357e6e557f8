import { formatAmount, multiply, percentInCents } from './amount.ts';
import type { Amount } from './amount.ts';
import { addMonths, firstDay } from './calendar.ts';
import { exampleInput, smallInput } from './example-input.ts';
import { generateCharges } from './generate-charges.ts';
import type { SampleCharge } from './sample-charge.ts';
import type { SampleInput } from './sample-input.ts';

const small = [...generateCharges(smallInput)];
const inMonth = (month: string) => (charge: SampleCharge) => charge.billingMonth === month;
const sum = (charges: readonly SampleCharge[], cost: (charge: SampleCharge) => Amount) =>
  charges.reduce((total, charge) => total + cost(charge), 0n);
const asText = (charges: Iterable<SampleCharge>) =>
  JSON.stringify([...charges], (_, value: unknown) => (typeof value === 'bigint' ? formatAmount(value) : value));

test('the same input gives the same charges, again and again from one iterable', () => {
  const charges = generateCharges(smallInput);
  expect(asText(charges)).toBe(asText(small));
  expect(asText(charges)).toBe(asText(small));
});

test('another seed gives other charges', () => {
  expect(asText(generateCharges({ ...smallInput, seed: 'other' }))).not.toBe(asText(small));
});

test('an account more changes no usage of the accounts that were there', () => {
  const [extra] = exampleInput.accounts.filter(({ name }) => name === 'acme-startup-prod');
  const grown: SampleInput = { ...smallInput, accounts: [...smallInput.accounts, ...(extra ? [extra] : [])] };
  const storage = (charges: Iterable<SampleCharge>) =>
    [...charges].filter(({ account, service }) => account?.name === 'acme-retail-prod' && service.code === 'AmazonS3');
  expect(storage(generateCharges(grown)).length).toBeGreaterThan(0);
  expect(asText(storage(generateCharges(grown)))).toBe(asText(storage(small)));
});

test('list cost is list unit price times quantity, exactly, wherever something is metered', () => {
  const metered = small.filter(({ sku }) => sku !== null);
  expect(metered.length).toBeGreaterThan(small.length / 2);
  for (const { sku, quantity, listCost } of metered)
    expect(listCost).toBe(multiply(sku?.listUnitPrice ?? 0n, quantity ?? 0n));
});

test('every cost and quantity has at most 15 significant digits, up to the largest budget', () => {
  const accounts = exampleInput.accounts.slice(3, 9).map((account) => ({ ...account, budget: '5000000' }));
  for (const charge of generateCharges({ ...smallInput, accounts })) {
    const { listCost, contractedCost, billedCost, effectiveCost, quantity } = charge;
    for (const amount of [listCost, contractedCost, billedCost, effectiveCost, quantity ?? 0n]) {
      expect(formatAmount(amount).replace(/^-?0*\.?0*|\./g, '').length).toBeLessThanOrEqual(15);
    }
  }
});

test('for each savings plan the effective cost of usage is the billed cost of purchases', () => {
  const ofPlan = small.filter(({ commitment }) => commitment !== null);
  const used = sum(
    ofPlan.filter(({ category }) => category === 'Usage'),
    ({ effectiveCost }) => effectiveCost,
  );
  const bought = sum(
    ofPlan.filter(({ category }) => category === 'Purchase'),
    ({ billedCost }) => billedCost,
  );
  expect(new Set(ofPlan.map(({ commitment }) => commitment?.id)).size).toBe(1);
  expect(bought).toBeGreaterThan(0n);
  expect(formatAmount(used)).toBe(formatAmount(bought));
});

test('the savings plan starts in the third month, with covered usage and an unused part', () => {
  const months = (status: string | null) =>
    new Set(small.filter(({ commitment }) => commitment?.status === status).map(({ billingMonth }) => billingMonth));
  for (const status of ['Used', 'Unused', null]) expect(months(status)).toEqual(new Set(['2026-10']));
});

test('nothing is billed for covered usage, and it costs less than its list price', () => {
  const covered = small.filter(({ commitment }) => commitment?.status === 'Used');
  expect(covered.length).toBeGreaterThan(0);
  for (const { billedCost, effectiveCost, listCost } of covered) {
    expect(billedCost).toBe(0n);
    expect(effectiveCost > 0n && effectiveCost < listCost).toBe(true);
  }
});

test('what is used and what stays unused of a commitment is what was bought, day by day', () => {
  const quantities = new Map<string, Amount>();
  for (const { commitment, category, start } of small) {
    if (!commitment) continue;
    const signed = category === 'Purchase' ? commitment.quantity : -commitment.quantity;
    quantities.set(start, (quantities.get(start) ?? 0n) + signed);
  }
  expect([...quantities.values()]).toEqual(Array.from({ length: 31 }, () => 0n));
});

test('a savings plan changes what is billed, not what is used', () => {
  const used = (charges: Iterable<SampleCharge>) =>
    sum(
      [...charges].filter(
        ({ billingMonth, frequency, isCorrection }) =>
          billingMonth === '2026-10' && frequency === 'Usage-Based' && !isCorrection,
      ),
      ({ listCost }) => listCost,
    );
  const withoutPlan = generateCharges({ ...smallInput, months: 2 });
  expect(formatAmount(used(small))).toBe(formatAmount(used(withoutPlan)));
});

test('an export of two months has no savings plan', () => {
  const charges = [...generateCharges({ ...smallInput, months: 2 })];
  expect(charges.filter(({ commitment }) => commitment !== null)).toEqual([]);
});

test('credits are negative, and some belong to no account', () => {
  const credits = small.filter(({ category }) => category === 'Credit');
  expect(credits.every(({ billedCost, effectiveCost }) => billedCost < 0n && billedCost === effectiveCost)).toBe(true);
  expect(credits.some(({ account }) => account === null)).toBe(true);
  expect(credits.some(({ account }) => account !== null)).toBe(true);
});

test('corrections charge for the month before: late charges, and a refund that is negative usage', () => {
  const corrections = small.filter(({ isCorrection }) => isCorrection);
  for (const { category, start, end, billingMonth } of corrections) {
    expect(category).toBe('Usage');
    expect(start >= firstDay(addMonths(billingMonth, -1)) && end <= firstDay(billingMonth)).toBe(true);
  }
  expect(corrections.some(({ billedCost }) => billedCost > 0n)).toBe(true);
  expect(corrections.some(({ billedCost }) => billedCost < 0n)).toBe(true);
});

test('no other charge lies outside its billing month', () => {
  const others = small.filter(({ isCorrection }) => !isCorrection);
  const outside = others.filter(
    ({ start, end, billingMonth }) => start < firstDay(billingMonth) || end > firstDay(addMonths(billingMonth, 1)),
  );
  expect(outside).toEqual([]);
});

test('tax is 8 percent of what each account is billed, other sellers aside, and of what belongs to none', () => {
  const october = small.filter(inMonth('2026-10'));
  const taxes = october.filter(({ category }) => category === 'Tax');
  const bases = october.filter(({ category, publisher }) => category !== 'Tax' && publisher.startsWith('Amazon'));
  expect(taxes.map(({ account }) => account?.name ?? null)).toContain(null);
  for (const tax of taxes) {
    const base = sum(
      bases.filter(({ account }) => account?.id === tax.account?.id),
      ({ billedCost }) => billedCost,
    );
    expect(formatAmount(tax.billedCost)).toBe(formatAmount(percentInCents(base, 8n)));
  }
  expect(new Set(bases.map(({ account }) => account?.id)).size).toBe(taxes.length);
});

test('each month has one invoice of AWS and one for other sellers, and no two share a number', () => {
  const invoices = new Map(
    small.map(({ invoiceId, billingMonth, publisher }) => [invoiceId, `${billingMonth} ${publisher}`]),
  );
  expect([...invoices.values()].sort()).toEqual(
    ['2026-08', '2026-09', '2026-10'].flatMap((month) => [
      `${month} Amazon Web Services, Inc.`,
      `${month} Example Observability, Inc.`,
    ]),
  );
});

test('an open last month has no invoice yet; the months before keep theirs', () => {
  const open = [...generateCharges({ ...smallInput, openLastMonth: true })];
  const withoutInvoice = open.filter(({ invoiceId }) => invoiceId === null);
  expect(withoutInvoice).toEqual(open.filter(inMonth('2026-10')));
  expect(open.filter(inMonth('2026-09'))).toEqual(small.filter(inMonth('2026-09')));
});

test('account tags stand on every usage charge of a member, user tags on some', () => {
  const usage = small.filter(({ account, category }) => account?.name === 'acme-retail-prod' && category === 'Usage');
  const tagged = usage.filter(({ tags }) => 'application' in tags);
  expect(
    usage.every(({ tags }) => tags['accountTag/BusinessUnit'] === 'retail' && tags['accountTag/Phase'] === 'prod'),
  ).toBe(true);
  expect(tagged.length > 0 && tagged.length < usage.length).toBe(true);
});
