import { parse } from 'csv-parse/sync';
import { exampleAttribution, exampleCharges, exampleMonth } from './__fixtures__/example-charges.ts';
import { reportWithNames } from './__fixtures__/hostile-names.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { sum } from './money.ts';
import { renderCsv } from './render-csv.ts';
import { reportMonth } from './report-month.ts';

function rowsOf(csvText: string): readonly Record<string, string>[] {
  return parse<Record<string, string>>(csvText, { columns: true });
}

test('the CSV has a row per cell, one for what is unallocated and one for the total, which is their exact sum', async () => {
  const source = inMemoryChargeSource(exampleCharges());
  const attribution = exampleAttribution();
  const report = await reportMonth({
    organization: 'acme',
    month: exampleMonth,
    metric: 'billed',
    attribution,
    source,
  });
  const rows = rowsOf(renderCsv(report));
  expect(rows.map(({ row }) => row)).toEqual([...report.cells.map(() => 'cell'), 'unallocated', 'total']);
  expect(sum(rows.slice(0, -1).map(({ cost }) => cost ?? ''))).toBe(rows.at(-1)?.cost);
  expect(rows.at(-1)?.cost).toBe(report.total);
});

test('the CSV leaves unknown amounts empty', async () => {
  const [cell] = rowsOf(renderCsv(await reportWithNames('retail')));
  expect(cell).toMatchObject({ previous_month: '', budget: '5', cost: '10' });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'a name like the formula %j stays text in a spreadsheet',
  async (name) => {
    const [cell] = rowsOf(renderCsv(await reportWithNames(name)));
    expect([cell?.unit, cell?.phase, cell?.organization, cell?.accounts]).toEqual(Array(4).fill(`'${name}`));
  },
);

test('a negative amount stays a number', async () => {
  const [cell] = rowsOf(renderCsv(await reportWithNames('retail', '-12.5')));
  expect(cell?.cost).toBe('-12.5');
});

test.each(['a,b', 'a"b', 'a\nb'])('a name with the separator %j comes back as it was', async (name) => {
  expect(rowsOf(renderCsv(await reportWithNames(name)))[0]?.unit).toBe(name);
});
