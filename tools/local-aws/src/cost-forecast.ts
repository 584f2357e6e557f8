import type { Amount } from '@bulkhead/sample-billing';
import { AwsError } from './aws-error.ts';
import { daysAfter } from './cost-periods.ts';
import type { CostLine } from './cost-lines.ts';

const days = 30;

/**
 * What a day costs, by the last 30 days before it; AWS's own forecast is a model that nobody outside knows.
 *
 * @throws AwsError where nothing was charged in that time
 */
export function dailyRate(lines: readonly CostLine[], today: string, read: (line: CostLine) => Amount): Amount {
  const recent = lines.filter(({ day }) => day >= daysAfter(today, -days) && day < today);
  if (recent.length === 0) {
    throw new AwsError('DataUnavailableException', 'The requested data is unavailable: there is too little history.');
  }
  return recent.reduce((sum, line) => sum + read(line), 0n) / BigInt(days);
}
