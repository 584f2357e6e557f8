import pLimit from 'p-limit';
import type { AccountDirectory } from './account-directory.ts';
import { accountStanding } from './account-standing.ts';
import type { BudgetLedger } from './budget-ledger.ts';
import type { DesiredLimits } from './desired-limits.ts';
import { type Known, known, unknown } from './known.ts';
import type { ObservedLimits, ObservedPlace } from './observed-limits.ts';
import type { Place } from './place.ts';
import type { QuotaDesk } from './quota-desk.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What limits are observed through. */
export interface Sources {
  readonly directory: AccountDirectory;
  readonly desk: QuotaDesk;
  readonly meter: UsageMeter;
  readonly ledger: BudgetLedger;
}

/** Places that are read at the same time; the adapters keep to AWS's rates. */
const defaultConcurrency = 16;

/**
 * Reads what AWS grants and what runs, in each place where something is desired: four calls a place, two in all.
 *
 * What can't be read is unknown with its reason and stops nothing else. Rejects with an AccessError where the accounts
 * can't be listed: without them no place is known.
 */
export async function observeLimits(
  desired: DesiredLimits,
  sources: Sources,
  { concurrency = defaultConcurrency }: { readonly concurrency?: number } = {},
): Promise<ObservedLimits> {
  const budgets = attempt(() => sources.ledger.budgets());
  const accounts = await sources.directory.list();
  const ids = new Map(
    desired.accounts.flatMap((account) => {
      const standing = accountStanding(account, accounts);
      return standing.kind === 'active' ? [[account.name, standing.id] as const] : [];
    }),
  );
  const places = new Map<string, Place>();
  for (const { account, region } of desired.limits) {
    const accountId = ids.get(account);
    if (accountId !== undefined) places.set(`${accountId} ${region}`, { accountId, region });
  }
  const inTurn = pLimit(concurrency);
  return {
    accounts,
    places: await Promise.all([...places.values()].map((place) => inTurn(() => observePlace(place, sources)))),
    budgets: await budgets,
  };
}

async function observePlace(place: Place, { desk, meter }: Sources): Promise<ObservedPlace> {
  const [quotas, requests, automatic, usage] = await Promise.all([
    attempt(async () => Object.fromEntries(await desk.quotas(place))),
    attempt(() => desk.requests(place)),
    attempt(() => desk.automaticManagement(place)),
    attempt(async () => {
      const { running, spot, committed } = await meter.usage(place);
      return {
        running: Object.fromEntries(running),
        spot: Object.fromEntries(spot),
        committed: Object.fromEntries(committed),
      };
    }),
  ]);
  return { ...place, quotas, requests, automatic: automatic.known ? automatic.value : automatic, usage };
}

/** Any failure is unknown: nothing is done on it, so that none can do harm. */
async function attempt<Value>(read: () => Promise<Value>): Promise<Known<Value>> {
  try {
    return known(await read());
  } catch (cause) {
    return unknown(cause instanceof Error ? cause.message : String(cause));
  }
}
