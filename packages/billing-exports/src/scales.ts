import { SourceError, costMetrics } from '@bulkhead/spend';
import type { CostMetric } from '@bulkhead/spend';
import { decimalDigits, doubleScale } from './exact-decimal.ts';
import type { SurveyedMonth } from './survey.ts';

/** Digits after the point with which each metric adds up exactly. */
export type Scales = Readonly<Record<CostMetric, number>>;

/** Why a metric has no exact sum in these files; a metric without an entry has one. */
export type Unknowns = Readonly<Partial<Record<CostMetric, SourceError>>>;

/**
 * Chooses the scale of each metric from what the survey found. A metric that can't be added up exactly is unknown:
 * asking for it is an error, asking for the others is none.
 */
export function chooseScales(surveyed: readonly SurveyedMonth[]): {
  readonly scales: Scales;
  readonly unknowns: Unknowns;
} {
  const scale = (metric: CostMetric): number => {
    const decimals = Math.max(doubleScale, ...surveyed.map(({ costs }) => costs[metric].decimals));
    return Math.min(decimals, decimalDigits);
  };
  const unknowns = costMetrics.flatMap((metric): readonly [CostMetric, SourceError][] => {
    const problems = [...new Set([...cellProblems(surveyed, metric), ...digitProblems(surveyed, metric)])];
    return problems.length === 0 ? [] : [[metric, new SourceError(problems.join('\n'))]];
  });
  return {
    scales: { billed: scale('billed'), effective: scale('effective'), list: scale('list') },
    unknowns: Object.fromEntries(unknowns),
  };
}

function cellProblems(surveyed: readonly SurveyedMonth[], metric: CostMetric): string[] {
  return surveyed.flatMap(({ relation, costs }) => {
    const { missing, noNumber } = costs[metric];
    const where = `${relation.name} (${relation.files.join(', ')})`;
    const problems = missing.map(
      (column) => `no ${metric} cost in ${where}: column ${relation.format.nameInFile(column)} is missing`,
    );
    if (noNumber !== undefined) {
      const column = relation.format.nameInFile(noNumber.column);
      problems.push(`no ${metric} cost in ${where}: column ${column} holds ${noNumber.text}, which is no number`);
    }
    return problems;
  });
}

function digitProblems(surveyed: readonly SurveyedMonth[], metric: CostMetric): string[] {
  const decimals = Math.max(0, ...surveyed.map(({ costs }) => costs[metric].decimals));
  const magnitude = surveyed.reduce((sum, { costs }) => sum + costs[metric].magnitude, 0);
  const integers = magnitude < 1 ? 1 : Math.floor(Math.log10(magnitude) + 1e-9) + 1;
  if (decimals + integers <= decimalDigits) return [];
  return [
    `no exact ${metric} cost: the amounts have up to ${decimals} digits after the point and together ${integers} before it, ${decimalDigits} in all is the most that adds up without rounding`,
  ];
}
