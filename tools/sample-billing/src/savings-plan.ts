import { amountFrom, amountToDouble, formatAmount, multiply, parseAmount } from './amount.ts';
import type { Amount } from './amount.ts';
import type { AccountPlan } from './account-plan.ts';
import { monthlyCharge } from './bill.ts';
import type { Bill } from './bill.ts';
import { daysOf, isWeekend, nextDay } from './calendar.ts';
import type { Day, Month } from './calendar.ts';
import { between, randomStream, randomUuid } from './random.ts';
import type { SampleCharge } from './sample-charge.ts';
import type { SampleInput } from './sample-input.ts';
import { services } from './services.ts';
import { quantityStep } from './usage-line.ts';
import type { UsageLine } from './usage-line.ts';

/** A compute savings plan for a year without upfront payment, bought by the management account. */
export interface SavingsPlan {
  readonly id: string;
  /** USD per hour. */
  readonly commitment: Amount;
}

/** What an account used on a day, before a plan covers any of it. */
export interface DayUsage {
  readonly line: UsageLine;
  readonly quantity: Amount;
}

/** The plan is bought for the third month. */
const boughtIn = 2;
/** Part of the compute of that month that it is meant for; growth takes it up later. */
const meantFor = 0.35;

/** The plan, sized by what the accounts spend on compute in the month it is bought; undefined in a shorter export. */
export function findSavingsPlan(
  input: SampleInput,
  plans: readonly AccountPlan[],
  months: readonly Month[],
): SavingsPlan | undefined {
  const month = months[boughtIn];
  if (month === undefined) return undefined;
  const monthly = plans.flatMap(({ lines, targets }) =>
    lines.map((line) => (targets[boughtIn] ?? 0) * line.share * (1 - (line.item.planDiscount ?? 100) / 100)),
  );
  const hourly = (monthly.reduce((sum, usd) => sum + usd, 0) * meantFor) / daysOf(month).length / 24;
  const id = randomUuid(randomStream(input.seed, 'savings plan'));
  return {
    id: `arn:aws:savingsplans::${input.managementAccountId}:savingsplan/${id}`,
    commitment: amountFrom(Math.max(hourly, 0.001), hourly < 1 ? 3 : 1),
  };
}

export function isBought(bill: Bill): boolean {
  return bill.index >= boughtIn;
}

/** The order in which AWS applies a plan: highest saving first. */
const bySaving = (left: DayUsage, right: DayUsage) =>
  (right.line.item.planDiscount ?? 0) - (left.line.item.planDiscount ?? 0);

/**
 * How much of each line a plan covers on a day.
 *
 * A plan applies hour by hour: at night, and more so at weekends, some of it stays unused although the day would need it.
 */
export function coverDay(
  input: SampleInput,
  plan: SavingsPlan,
  day: Day,
  usage: readonly DayUsage[],
): { readonly covered: ReadonlyMap<UsageLine, Amount>; readonly used: Amount } {
  const random = randomStream(input.seed, 'idle commitment', day);
  const idle = isWeekend(day) ? between(random, 0.03, 0.08) : between(random, 0, 0.03);
  const usable = amountFrom(amountToDouble(plan.commitment * 24n) * (1 - idle), 2);
  const covered = new Map<UsageLine, Amount>();
  let used = 0n;
  for (const { line, quantity } of usage.filter(({ line }) => line.planUnitPrice !== null).toSorted(bySaving)) {
    const price = line.planUnitPrice ?? 0n;
    const step = quantityStep(line);
    const affordable = ((usable - used) / multiply(price, step)) * step;
    const part = affordable < quantity ? affordable : quantity;
    if (part <= 0n) continue;
    covered.set(line, part);
    used += multiply(price, part);
  }
  return { covered, used };
}

/** Covered usage: paid for by the plan, so nothing is billed for it. */
export function coveredCharge(plan: SavingsPlan, charge: SampleCharge, planUnitPrice: Amount): SampleCharge {
  const effectiveCost = multiply(planUnitPrice, charge.quantity ?? 0n);
  const commitment = { id: plan.id, status: 'Used' as const, quantity: effectiveCost };
  return { ...charge, commitment, billedCost: 0n, effectiveCost };
}

/** The day's fee, and the part of it that nothing used. */
export function planCharges(bill: Bill, plan: SavingsPlan, day: Day, used: Amount): readonly SampleCharge[] {
  const fee = plan.commitment * 24n;
  const own = { start: day, end: nextDay(day), account: bill.payer, service: services.savingsPlans };
  const terms = `1 year No Upfront Compute Savings Plan, $${formatAmount(plan.commitment)} per hour`;
  const sku = {
    id: 'SAMPLECOMPUTE1YR',
    priceId: 'SAMPLECOMPUTE1YR.NOUPFRONT.HOURLY',
    usageType: 'ComputeSP:1yrNoUpfront',
    operation: 'None',
    unit: 'Hours',
    listUnitPrice: plan.commitment,
    details: {},
  };
  const purchase = monthlyCharge(bill, fee, {
    ...own,
    category: 'Purchase',
    frequency: 'Recurring',
    description: terms,
    sku,
    quantity: parseAmount('24'),
    effectiveCost: 0n,
    commitment: { id: plan.id, status: null, quantity: fee },
  });
  const unused = monthlyCharge(bill, 0n, {
    ...own,
    category: 'Usage',
    frequency: 'Usage-Based',
    description: `unused part of ${terms}`,
    effectiveCost: fee - used,
    commitment: { id: plan.id, status: 'Unused', quantity: fee - used },
  });
  return fee > used ? [purchase, unused] : [purchase];
}
