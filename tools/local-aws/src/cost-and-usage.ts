import type {
  GetCostAndUsageRequest,
  Group,
  GroupDefinition,
  MetricValue,
  ResultByTime,
} from '@aws-sdk/client-cost-explorer';
import { type Amount, formatAmount } from '@bulkhead/sample-billing';
import { dayOf, monthAfter, periodsOf } from './cost-periods.ts';
import { type AccountTags, accountTags, getDimension, invalid, isWithin, tagOf } from './cost-filter.ts';
import type { CostLine } from './cost-lines.ts';
import type { World } from './world.ts';

const metricReaders: Readonly<Record<string, (line: CostLine) => Amount>> = {
  UnblendedCost: ({ unblended }) => unblended,
  // The sample payer has negotiated nothing, and its accounts pay the same prices.
  BlendedCost: ({ unblended }) => unblended,
  NetUnblendedCost: ({ unblended }) => unblended,
  AmortizedCost: ({ amortized }) => amortized,
  NetAmortizedCost: ({ amortized }) => amortized,
  UsageQuantity: ({ usage }) => usage,
};

export function getMetric(name: string): (line: CostLine) => Amount {
  const read = metricReaders[name];
  if (!read) throw invalid(`local-aws has the metrics ${Object.keys(metricReaders).join(', ')}, got: ${name}`);
  return read;
}

/** Sums of a query, period by period, before they are cut into pages. */
export function costAndUsage(
  lines: readonly CostLine[],
  query: GetCostAndUsageRequest,
  world: World,
  now: number,
): readonly (ResultByTime & { Groups: Group[] })[] {
  const { TimePeriod, Granularity, Filter, GroupBy = [], Metrics = [] } = query;
  const periods = periodsOf(TimePeriod, Granularity);
  const today = dayOf(now);
  if ((periods[0]?.start ?? '') > today)
    throw invalid('Start date (and hour) should be before or equal to current date');
  if (Metrics.length === 0) throw invalid('Metrics should not be empty');
  if (GroupBy.length > 2) throw invalid(`GroupBy takes at most 2 groups, got: ${GroupBy.length}`);
  const tags = accountTags(world);
  const fitting = lines.filter((line) => line.day <= today && (!Filter || isWithin(Filter, line, tags)));
  const days = groupByDay(fitting);
  return periods.map((period) => {
    const within = [...days].filter(([day]) => day >= period.start && day < period.end).flatMap(([, each]) => each);
    return {
      TimePeriod: { Start: period.start, End: period.end },
      Total: GroupBy.length === 0 ? sums(within, Metrics) : {},
      Groups: GroupBy.length === 0 ? [] : groups(within, GroupBy, Metrics, tags),
      Estimated: isOpen(period.end, today, world),
    };
  });
}

function groupByDay(lines: readonly CostLine[]): ReadonlyMap<string, CostLine[]> {
  const days = new Map<string, CostLine[]>();
  for (const line of lines) {
    const there = days.get(line.day);
    if (there) there.push(line);
    else days.set(line.day, [line]);
  }
  return days;
}

/** A month is final when it is over, unless its bill says that it was not invoiced yet. */
function isOpen(end: string, today: string, { billing }: World): boolean {
  const openFrom = billing?.openLastMonth ? `${billing.lastMonth}-01` : monthAfter(today, 0);
  return end > openFrom;
}

function sums(lines: readonly CostLine[], metrics: readonly string[]): Record<string, MetricValue> {
  return Object.fromEntries(
    metrics.map((metric) => {
      const read = getMetric(metric);
      const amount = lines.reduce((sum, line) => sum + read(line), 0n);
      return [metric, { Amount: formatAmount(amount), Unit: metric === 'UsageQuantity' ? 'N/A' : 'USD' }];
    }),
  );
}

function groups(
  lines: readonly CostLine[],
  definitions: readonly GroupDefinition[],
  metrics: readonly string[],
  tags: AccountTags,
): Group[] {
  const readers = definitions.map(({ Type, Key = '' }) => {
    if (Type === 'DIMENSION') return getDimension(Key);
    if (Type === 'TAG') return (line: CostLine) => `${Key}$${tagOf(line, Key, tags)}`;
    throw invalid(`local-aws groups by DIMENSION and TAG only, got: ${Type ?? ''}`);
  });
  const found = new Map<string, { readonly keys: string[]; readonly lines: CostLine[] }>();
  for (const line of lines) {
    const keys = readers.map((read) => read(line));
    const id = keys.join('\u0000');
    const group = found.get(id) ?? { keys, lines: [] };
    group.lines.push(line);
    found.set(id, group);
  }
  return [...found]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => ({ Keys: group.keys, Metrics: sums(group.lines, metrics) }));
}
