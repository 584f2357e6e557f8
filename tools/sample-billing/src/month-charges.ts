import { formatAmount, multiply, one, parseAmount, percentInCents } from './amount.ts';
import type { AccountPlan } from './account-plan.ts';
import { monthlyCharge, usageCharge } from './bill.ts';
import type { Bill } from './bill.ts';
import { addMonths, daysOf, firstDay } from './calendar.ts';
import type { Ledger } from './ledger.ts';
import { between, randomStream } from './random.ts';
import type { SampleCharge } from './sample-charge.ts';
import type { SampleInput } from './sample-input.ts';
import { services } from './services.ts';
import { accountTags, quantityFor } from './usage-line.ts';

const supportPercent = 3n;

/** Support: a percentage of the month's other AWS charges, on the management account. */
export function supportCharge(bill: Bill, ledger: Ledger): readonly SampleCharge[] {
  const base = percentInCents(ledger.billed(), 100n);
  if (base <= 0n) return [];
  const listUnitPrice = (one * supportPercent) / 100n;
  const sku = { id: 'SAMPLESUPPORT', priceId: 'SAMPLESUPPORT.PERCENT', usageType: 'Dollar', operation: 'Support' };
  return [
    monthlyCharge(bill, multiply(listUnitPrice, base), {
      account: bill.payer,
      category: 'Usage',
      frequency: 'Recurring',
      service: services.support,
      description: `${supportPercent} % of monthly AWS usage for AWS Support (Business)`,
      sku: { ...sku, unit: 'Dollars', listUnitPrice, details: {} },
      quantity: base,
    }),
  ];
}

/** A subscription that another publisher sells through the marketplace, on an invoice of its own. */
export function marketplaceCharge(input: SampleInput, bill: Bill): readonly SampleCharge[] {
  const member = input.accounts.find(({ phase }) => phase === 'shared-services');
  const listUnitPrice = parseAmount('24');
  const quantity = parseAmount(String(40 + bill.index));
  const sku = {
    id: 'SAMPLEMARKETPLACE',
    priceId: 'SAMPLEMARKETPLACE.HOSTS',
    usageType: 'Hosts',
    operation: 'Subscription',
  };
  return [
    monthlyCharge(bill, multiply(listUnitPrice, quantity), {
      account: member ?? bill.payer,
      category: 'Purchase',
      frequency: 'Recurring',
      service: services.marketplace,
      invoiceId: bill.marketplaceInvoiceId,
      publisher: 'Example Observability, Inc.',
      description: `$${formatAmount(listUnitPrice)} per monitored host and month`,
      sku: { ...sku, unit: 'Hosts', listUnitPrice, details: {} },
      quantity,
      tags: member ? accountTags(member) : {},
    }),
  ];
}

/** Whether something that happens every few months happens in this one; it does in the newest month. */
const isTurn = (input: SampleInput, bill: Bill, every: number) => (input.months - 1 - bill.index) % every === 0;

/** A promotional credit for one account each month, and now and then one that belongs to no account. */
export function creditCharges(input: SampleInput, bill: Bill, ledger: Ledger): readonly SampleCharge[] {
  const own = { category: 'Credit', service: services.ec2 } as const;
  const favoured = input.accounts.filter(({ budget }) => budget !== null).at(-1);
  const ofAccount = favoured ? percentInCents(ledger.billed(favoured.id), 2n) : 0n;
  const ofNobody = isTurn(input, bill, 3) ? percentInCents(ledger.billed(), 1n) : 0n;
  return [
    ...(favoured && ofAccount > 0n
      ? [
          monthlyCharge(bill, -ofAccount, {
            ...own,
            account: favoured,
            description: 'promotional credit',
            tags: accountTags(favoured),
          }),
        ]
      : []),
    ...(ofNobody > 0n
      ? [monthlyCharge(bill, -ofNobody, { ...own, account: null, description: 'migration program credit' })]
      : []),
  ];
}

/** Charges for the last days of the month before that came after its invoice, and now and then a refund for that month. */
export function correctionCharges(
  input: SampleInput,
  bill: Bill,
  plans: readonly AccountPlan[],
): readonly SampleCharge[] {
  if (bill.index === 0) return [];
  const monthBefore = addMonths(bill.month, -1);
  const random = randomStream(input.seed, 'corrections', bill.month);
  const corrections = plans
    .filter(({ leaves }) => leaves === null)
    .flatMap((plan) => {
      const line = plan.lines.find(({ item }) => !item.isSteady && item.planDiscount === undefined);
      const usd = (plan.targets[bill.index - 1] ?? 0) * (line?.share ?? 0);
      return line ? [{ line, usd }] : [];
    })
    .toSorted((left, right) => right.usd - left.usd)
    .slice(0, 3)
    .flatMap(({ line, usd }, place) => {
      const day = daysOf(monthBefore).at(-1 - place) ?? firstDay(monthBefore);
      const late = usageCharge(bill, line, day, quantityFor(line, usd * between(random, 0.002, 0.006)));
      const refund = usageCharge(bill, line, day, -quantityFor(line, usd * between(random, 0.01, 0.03)));
      const isRefunded = place === 0 && isTurn(input, bill, 5);
      return isRefunded ? [late, { ...refund, description: `refund: ${refund.description}` }] : [late];
    });
  return corrections
    .filter(({ quantity }) => quantity !== 0n)
    .map((charge): SampleCharge => ({ ...charge, isCorrection: true }));
}
