import type { SpendReport, UnitReport } from './report.ts';

/** Asked for a business unit that the report does not have. */
export class UnknownUnitError extends Error {
  override readonly name = 'UnknownUnitError';
}

/**
 * The business unit's own report, which can be handed to it: no total, account, service or month of anybody else,
 * and so no reconciliation either, which would tell the organization's total.
 * Throws `UnknownUnitError` where the report has no such unit.
 */
export function reportOfUnit(report: SpendReport, unit: string): UnitReport {
  const breakdown = report.units.find((each) => each.unit === unit);
  if (breakdown === undefined) {
    const units = report.units.flatMap((each) => each.unit ?? []).join(', ');
    throw new UnknownUnitError(`ask for a business unit of ${report.organization}, got: ${unit}; it has ${units}`);
  }
  return {
    scope: 'unit',
    organization: report.organization,
    unit,
    month: report.month,
    currency: report.currency,
    metric: report.metric,
    settled: report.settled,
    total: breakdown.total,
    previousTotal: breakdown.previousTotal,
    cells: report.cells.filter((cell) => cell.unit === unit),
    kinds: breakdown.kinds,
    services: breakdown.services,
    trend: report.trend.map(({ month, units }) => {
      const own = units.filter((each) => each.unit === unit);
      return { month, total: own[0]?.cost ?? '0', units: own };
    }),
  };
}
