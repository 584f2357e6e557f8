import { openBillingExport } from '@bulkhead/billing-exports';
import type { Progress } from './progress.ts';
import type { Charges } from './spend-source.ts';

/** Gives the work the charges of billing files, of the newest month where none is wanted, and closes them. */
export async function withExport<Result>(
  files: readonly string[],
  month: string | undefined,
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  progress.start('reading billing export');
  const source = await openBillingExport(files);
  try {
    const { months, rows, format } = await source.describe();
    progress.done('reading billing export', `${rows} rows of ${format}`);
    return await work({ source, month: month ?? months.at(-1) ?? '', billed: () => undefined });
  } finally {
    await source.close();
  }
}
