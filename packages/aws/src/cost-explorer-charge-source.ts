import type { CostExplorerClient, GetCostAndUsageCommandOutput } from '@aws-sdk/client-cost-explorer';
import { type ChargeSource, type Month, SourceError } from '@bulkhead/spend';
import { reaching } from './access-error.ts';
import { type ExplorerMetric, currenciesOf, estimatedMonthsOf, findTotal, groupsOf } from './cost-explorer-answers.ts';
import { sourceErrorOf } from './cost-explorer-failure.ts';
import { costAndUsagePages } from './cost-explorer-pages.ts';
import { explorerMetric } from './cost-explorer-request.ts';
import { globalRegion } from './global-region.ts';
import { monthsEndingWith } from './months-ending-with.ts';
import { onceBy } from './once-by.ts';
import { roundingBound } from './rounding-bound.ts';

/** IAM actions that the source uses, in the management account. */
export const costExplorerActions = ['ce:GetCostAndUsage'] as const;

export interface CostExplorerOptions {
  readonly client: CostExplorerClient;
  /** ARN of the role as which the client acts, in the management account. */
  readonly role: string;
  /** The last month that is asked for, at most the current one. */
  readonly lastMonth: Month;
  /** Months that are asked for. Cost Explorer keeps the current one and 13 before it. Default: 14. */
  readonly months?: number;
}

/** A source that is billed by the page. */
export interface CostExplorerChargeSource extends ChargeSource {
  /** Pages that AWS has billed so far, 0.01 USD each. */
  billedPages(): number;
  roundingBound(query: { readonly month: Month }): Promise<string>;
}

/**
 * Cost Explorer as a source: two queries for the whole organization, each made when it is first needed and then kept.
 * It tells neither services, since it groups by two keys at most, nor list prices.
 */
export function costExplorerChargeSource(options: CostExplorerOptions): CostExplorerChargeSource {
  const { client, role, lastMonth, months = 14 } = options;
  let billed = 0;
  const read = async (grouped: boolean) => {
    const pages: GetCostAndUsageCommandOutput[] = [];
    for await (const page of costAndUsagePages(client, queryFor(lastMonth, months, grouped))) {
      billed += 1;
      pages.push(page);
    }
    return pages;
  };
  const site = { action: costExplorerActions[0], role, region: globalRegion };
  const ask = onceBy(String, (grouped: boolean) =>
    reaching(site, () => read(grouped)).catch((cause: unknown) => {
      throw sourceErrorOf(cause, role);
    }),
  );
  const groupedPages = () => ask(true);

  return {
    billedPages: () => billed,
    async describe() {
      const pages = await groupedPages();
      const groups = groupsOf(pages);
      const estimated = estimatedMonthsOf(pages);
      const held = [...new Set(groups.map(({ month }) => month))].sort();
      return {
        format: 'Cost Explorer',
        files: [],
        rows: groups.length,
        months: held,
        currency: oneCurrency(currenciesOf(pages)),
        settledMonths: held.filter((month) => !estimated.has(month)),
      };
    },
    async charges({ metric, from, to }) {
      const asked = explorerMetric(metric);
      return groupsOf(await groupedPages())
        .filter(({ month }) => from <= month && month <= to)
        .map(({ cost, ...group }) => ({ ...group, service: null, cost: cost[asked] }));
    },
    async total({ metric, month }) {
      const asked = explorerMetric(metric);
      const total = findTotal(await ask(false), month);
      if (!total) throw new SourceError(`ask for one of the ${months} months up to ${lastMonth}, got: ${month}`);
      return total[asked];
    },
    roundingBound: async ({ month }) =>
      roundingBound(groupsOf(await groupedPages()).filter((group) => group.month === month).length),
    close: () => Promise.resolve(),
  };
}

function queryFor(lastMonth: Month, count: number, grouped: boolean) {
  const [first, end] = monthsEndingWith(lastMonth, count);
  const keys = ['LINKED_ACCOUNT', 'RECORD_TYPE'] as const;
  return {
    TimePeriod: { Start: `${first}-01`, End: `${end}-01` },
    Granularity: 'MONTHLY' as const,
    Metrics: ['UnblendedCost', 'AmortizedCost'] satisfies ExplorerMetric[],
    ...(grouped ? { GroupBy: keys.map((Key) => ({ Type: 'DIMENSION' as const, Key })) } : {}),
  };
}

function oneCurrency(currencies: readonly string[]): string {
  if (currencies.length > 1) {
    throw new SourceError(`charges have to be in one currency to be added up, got: ${currencies.join(', ')}`);
  }
  return currencies[0] ?? 'USD';
}
