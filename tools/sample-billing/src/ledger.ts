import { percentInCents } from './amount.ts';
import type { Amount } from './amount.ts';
import { awsPublisher, monthlyCharge } from './bill.ts';
import type { Bill } from './bill.ts';
import type { ChargeAccount, SampleCharge } from './sample-charge.ts';
import { services } from './services.ts';

interface AccountTotal {
  readonly account: ChargeAccount | null;
  readonly tags: SampleCharge['tags'];
  billed: Amount;
  effective: Amount;
  list: Amount;
}

/** Running totals of one month, from which support, credits and tax are computed. Other sellers' charges stand aside. */
export interface Ledger {
  add(charge: SampleCharge): void;
  /** USD billed for one account, or for all charges. */
  billed(accountId?: string): Amount;
  /** Totals per account, and for what belongs to none, in the order in which they came. */
  totals(): Iterable<Readonly<AccountTotal>>;
}

export function openLedger(): Ledger {
  const totals = new Map<string | null, AccountTotal>();
  return {
    add(charge) {
      if (charge.publisher !== awsPublisher) return;
      const { account, tags } = charge;
      const key = account?.id ?? null;
      const total = totals.get(key) ?? { account, tags, billed: 0n, effective: 0n, list: 0n };
      total.billed += charge.billedCost;
      total.effective += charge.effectiveCost;
      // The list prices of what a commitment covers are counted with the usage.
      total.list += charge.category === 'Purchase' ? 0n : charge.listCost;
      totals.set(key, total);
    },
    billed: (accountId) =>
      [...totals]
        .filter(([id]) => accountId === undefined || id === accountId)
        .reduce((sum, [, { billed }]) => sum + billed, 0n),
    totals: () => totals.values(),
  };
}

const taxPercent = 8n;

/** One tax row per account, computed from its charges, and one for the charges that belong to no account. */
export function taxCharges(bill: Bill, ledger: Ledger): readonly SampleCharge[] {
  return [...ledger.totals()].flatMap(({ account, tags, billed, effective, list }): readonly SampleCharge[] => {
    const amount = percentInCents(billed, taxPercent);
    if (amount === 0n) return [];
    const own = { account, category: 'Tax', service: services.tax, description: `sales tax, ${taxPercent} %` } as const;
    const accountTags = Object.fromEntries(Object.entries(tags).filter(([key]) => key.startsWith('accountTag/')));
    const listCost = percentInCents(list, taxPercent);
    const charge = monthlyCharge(bill, amount, {
      ...own,
      tags: accountTags,
      effectiveCost: percentInCents(effective, taxPercent),
    });
    return [{ ...charge, listCost, contractedCost: listCost }];
  });
}
