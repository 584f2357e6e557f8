import { type Amount, type SampleCharge, generateCharges } from '@bulkhead/sample-billing';
import type { World } from './world.ts';

/** Costs of one day, account, service and record type, as Cost Explorer keeps them. */
export interface CostLine {
  /** UTC, `YYYY-MM-DD`; what is charged for a whole month stands on its first day. */
  readonly day: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly service: string;
  readonly recordType: string;
  /** USD, ten decimal places. */
  unblended: Amount;
  amortized: Amount;
  usage: Amount;
  /** Of resources, where there are any; tags of accounts are read from the accounts. */
  readonly tags?: Readonly<Record<string, string>>;
}

const lines = new WeakMap<object, readonly CostLine[]>();

/** Everything that was charged: what the world's billing generates, and lines of its own. */
export function costLinesOf({ billing, costLines }: World): readonly CostLine[] {
  if (!billing) return costLines;
  const generated = lines.get(billing) ?? rollUp(generateCharges(billing));
  lines.set(billing, generated);
  return costLines.length === 0 ? generated : [...generated, ...costLines];
}

const byAccount = new WeakMap<readonly CostLine[], ReadonlyMap<string, CostLine[]>>();

/** The lines of some accounts. */
export function linesOfAccounts(all: readonly CostLine[], accountIds: readonly string[]): readonly CostLine[] {
  const index = byAccount.get(all) ?? indexByAccount(all);
  byAccount.set(all, index);
  return accountIds.flatMap((id) => index.get(id) ?? []);
}

function indexByAccount(all: readonly CostLine[]): ReadonlyMap<string, CostLine[]> {
  const index = new Map<string, CostLine[]>();
  for (const line of all) {
    const there = index.get(line.accountId);
    if (there) there.push(line);
    else index.set(line.accountId, [line]);
  }
  return index;
}

function rollUp(charges: Iterable<SampleCharge>): readonly CostLine[] {
  const sums = new Map<string, CostLine>();
  for (const charge of charges) {
    for (const line of linesOf(charge)) {
      const key = [line.day, line.accountId, line.service, line.recordType].join('|');
      const sum = sums.get(key);
      if (!sum) {
        sums.set(key, line);
        continue;
      }
      sum.unblended += line.unblended;
      sum.amortized += line.amortized;
      sum.usage += line.usage;
    }
  }
  return [...sums.values()];
}

/** What a charge is in Cost Explorer: usage that a plan covers is charged and taken back. */
function linesOf(charge: SampleCharge): readonly CostLine[] {
  const { billedCost, effectiveCost, listCost, quantity, billingMonth, start } = charge;
  // Cost Explorer knows no charge without a linked account: what is tied to none is the payer's.
  const { id, name } = charge.account ?? charge.payer;
  const line = (recordType: string, unblended: Amount, amortized: Amount, usage: Amount): CostLine => ({
    // A correction is charged in the month that it is billed in.
    day: start.startsWith(billingMonth) ? start : `${billingMonth}-01`,
    accountId: id,
    accountName: name,
    service: charge.service.name,
    recordType,
    unblended,
    amortized,
    usage,
  });
  if (charge.commitment?.status === 'Used') {
    return [
      line('SavingsPlanCoveredUsage', listCost, effectiveCost, quantity ?? 0n),
      line('SavingsPlanNegation', billedCost - listCost, 0n, 0n),
    ];
  }
  return [line(recordTypeOf(charge), billedCost, effectiveCost, quantity ?? 0n)];
}

/** Spelled as the API spells them (Billing user guide, cost category terms). */
function recordTypeOf({ category, commitment, billedCost, isCorrection, service }: SampleCharge): string {
  if (category === 'Tax' || category === 'Credit') return category;
  if (commitment) return 'SavingsPlanRecurringFee';
  if (isCorrection && billedCost < 0n) return 'Refund';
  if (service.name.startsWith('AWS Support')) return 'Support';
  return category === 'Purchase' ? 'Fee' : 'Usage';
}
