import { accountPlans, dailyParts, daysPresent } from './account-plan.ts';
import type { AccountPlan } from './account-plan.ts';
import { billOf, usageCharge } from './bill.ts';
import type { Bill } from './bill.ts';
import { daysOf, monthsUntil } from './calendar.ts';
import type { Day } from './calendar.ts';
import { openLedger, taxCharges } from './ledger.ts';
import { correctionCharges, creditCharges, marketplaceCharge, supportCharge } from './month-charges.ts';
import { between, randomStream } from './random.ts';
import type { SampleCharge } from './sample-charge.ts';
import { checkSampleInput } from './sample-input.ts';
import type { SampleInput } from './sample-input.ts';
import { coverDay, coveredCharge, findSavingsPlan, isBought, planCharges } from './savings-plan.ts';
import type { DayUsage, SavingsPlan } from './savings-plan.ts';
import { quantityFor } from './usage-line.ts';

/** What all accounts use in a month, one list per day. */
function* monthUsage(
  input: SampleInput,
  bill: Bill,
  plans: readonly AccountPlan[],
): Iterable<{ readonly day: Day; readonly usage: readonly DayUsage[] }> {
  const days = daysOf(bill.month);
  const months = plans.map((plan) => ({
    plan,
    usd: plan.targets[bill.index] ?? 0,
    parts: dailyParts(input, plan, bill.month, days),
    random: randomStream(input.seed, plan.account.id, bill.month, 'lines'),
    present: daysPresent(plan, bill.index, days.length),
  }));
  for (const [index, day] of days.entries()) {
    const usage = months.flatMap(({ plan, usd, parts, random, present }): readonly DayUsage[] =>
      index >= present
        ? []
        : plan.lines.map((line) => {
            const part = line.item.isSteady ? 1 / days.length : (parts[index] ?? 0) * between(random, 0.96, 1.04);
            return { line, quantity: quantityFor(line, usd * line.share * part) };
          }),
    );
    yield { day, usage: usage.filter(({ quantity }) => quantity > 0n) };
  }
}

/** Usage of a month and, once there is one, what a savings plan does to it. */
function* usageCharges(
  input: SampleInput,
  bill: Bill,
  plans: readonly AccountPlan[],
  savingsPlan: SavingsPlan | undefined,
): Iterable<SampleCharge> {
  for (const { day, usage } of monthUsage(input, bill, plans)) {
    const cover = savingsPlan && isBought(bill) ? coverDay(input, savingsPlan, day, usage) : undefined;
    for (const { line, quantity } of usage) {
      const covered = cover?.covered.get(line) ?? 0n;
      if (covered < quantity) yield usageCharge(bill, line, day, quantity - covered);
      if (savingsPlan && covered > 0n) {
        yield coveredCharge(savingsPlan, usageCharge(bill, line, day, covered), line.planUnitPrice ?? 0n);
      }
    }
    if (savingsPlan && cover) yield* planCharges(bill, savingsPlan, day, cover.used);
  }
}

/**
 * Charges of an organization, month by month and day by day: usage, then what closes a month (corrections,
 * marketplace, support, credits, tax).
 *
 * Pure: the same input gives the same charges. Throws a `SampleInputError` that lists everything wrong with the input.
 */
export function generateCharges(input: SampleInput): Iterable<SampleCharge> {
  checkSampleInput(input);
  return { [Symbol.iterator]: () => chargesOf(input) };
}

function* chargesOf(input: SampleInput): Generator<SampleCharge, void> {
  const plans = accountPlans(input);
  const months = monthsUntil(input.lastMonth, input.months);
  const savingsPlan = findSavingsPlan(input, plans, months);
  const [management] = plans;
  if (!management) return;
  const { id, name } = management.account;
  for (const [index, month] of months.entries()) {
    const bill = billOf(input, { id, name }, month, index);
    const ledger = openLedger();
    const closing: readonly (() => Iterable<SampleCharge>)[] = [
      () => usageCharges(input, bill, plans, savingsPlan),
      () => correctionCharges(input, bill, plans),
      () => marketplaceCharge(input, bill),
      () => supportCharge(bill, ledger),
      () => creditCharges(input, bill, ledger),
      () => taxCharges(bill, ledger),
    ];
    for (const charges of closing) {
      for (const charge of charges()) {
        ledger.add(charge);
        yield charge;
      }
    }
  }
}
