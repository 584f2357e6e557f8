import { openBillingExport } from '@bulkhead/billing-exports';
import { reportWork } from '../work-report.ts';

// All that a report asks a source for. Arguments: files of one month.
await reportWork(async () => {
  const source = await openBillingExport(process.argv.slice(2));
  const { months, rows } = await source.describe();
  const [month, ...others] = months;
  if (month === undefined || others.length > 0) {
    throw new Error(`name an export of one month, got: ${months.join(', ')}`);
  }
  await source.charges({ metric: 'billed', from: month, to: month });
  const total = await source.total({ metric: 'billed', month });
  await source.close();
  return { rows, total };
});
