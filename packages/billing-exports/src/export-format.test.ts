import { openBillingExport } from './index.ts';
import { cur2Csv, cur2Query, focus12Query, focusCsv, legacyCurCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

async function formatOf(path: string): Promise<string> {
  const source = await openBillingExport([path]);
  const { format } = await source.describe();
  await source.close();
  return format;
}

describe('the format is recognized from the columns', () => {
  test.each([
    ['FOCUS 1.0 CSV', 'a.csv', focusCsv({})],
    ['FOCUS 1.2 CSV', 'a.csv', focusCsv({ InvoiceId: 'INV-1' })],
    ['FOCUS 1.2 CSV', 'a.csv.gz', focusCsv({ InvoiceId: 'INV-1' })],
    ['FOCUS 1.0 CSV', 'a.dump', focusCsv({})],
    ['legacy CUR CSV', 'a.csv', legacyCurCsv({})],
    ['legacy CUR CSV', 'A.CSV.GZ', legacyCurCsv({})],
    ['CUR 2.0 CSV', 'a.csv', cur2Csv],
    ['FOCUS 1.0 CSV', 'a.csv', `\uFEFF${focusCsv({}).replaceAll('\n', '\r\n')}`],
  ])('%s in %s', async (format, name, content) => {
    expect(
      await formatOf(name.endsWith('GZ') ? folder.write(`${name}.gz`, content) : folder.write(name, content)),
    ).toBe(format);
  });

  test.each([
    ['FOCUS 1.2 Parquet', focus12Query],
    ['CUR 2.0 Parquet', cur2Query],
    [
      'legacy CUR Parquet',
      cur2Query.replace(/, 'example-prod'.*line_item_usage_account_name/, '').replace(/, MAP.*$/, ''),
    ],
  ])('%s', async (format, query) => {
    expect(await formatOf(await folder.writeParquet('a.parquet', query))).toBe(format);
  });
});
