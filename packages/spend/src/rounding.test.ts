import { parse } from 'csv-parse/sync';
import { charge, month, report } from './__fixtures__/small-organization.ts';
import type { ChargeGroup, ChargeSource } from './charge-source.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { sum } from './money.ts';
import { ReconciliationError } from './reconciliation-error.ts';
import { renderCsv } from './render-csv.ts';
import { renderHtml } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reportOfUnit } from './report-of-unit.ts';
import { summaryRows } from './report-rows.ts';

const charges: readonly ChargeGroup[] = [charge('1', '10.0000000001'), charge('404', '2'), charge(null, '0.5')];

/** A source whose total was rounded by itself; without a bound one that does not round. */
function rounding(total: string, bound: string | null = '0.0000000004'): ChargeSource {
  const source = { ...inMemoryChargeSource(charges, { months: [month] }), total: () => Promise.resolve(total) };
  return bound === null ? source : { ...source, roundingBound: () => Promise.resolve(bound) };
}

test.each([
  ['12.5000000002', '0.0000000001'],
  ['12.4999999999', '-0.0000000002'],
  ['12.5000000005', '0.0000000004'],
  ['12.4999999997', '-0.0000000004'],
])('a total of %s leaves %s to rounding, so that rows and rounding are the total exactly', async (total, cost) => {
  const made = await report([], rounding(total));
  expect(made.rounding).toEqual({ cost, bound: '0.0000000004' });
  expect(sum([...made.cells.map((cell) => cell.cost), made.unallocated.cost, cost])).toBe(made.total);
  expect(made.reconciliation).toEqual({ sourceTotal: total, reportTotal: total, difference: '0' });
  expect(made.total).toBe(total);
});

test.each([
  ['12.5000000006', '0.0000000005'],
  ['12.4999999996', '-0.0000000005'],
])('a total of %s is off by %s, more than rounding explains, and the error says so', async (total, difference) => {
  const made = report([], rounding(total));
  await expect(made).rejects.toThrow(ReconciliationError);
  await expect(made).rejects.toThrow(
    `the difference is ${difference} USD, more than the 0.0000000004 USD that rounding explains; nothing is reported`,
  );
});

test('a source that does not round is held to the last digit', async () => {
  await expect(report([], rounding('12.5000000002', null))).rejects.toThrow(
    /the difference is 0\.0000000001 USD; nothing is reported/,
  );
});

test('where nothing was rounded away there is no row for it', async () => {
  const made = await report([], rounding('12.5000000001'));
  expect(made.rounding).toBeNull();
  expect(renderCsv(made)).not.toContain('rounding');
  expect([renderHtml(made), renderMarkdown(made)].join()).not.toContain('Rounding');
});

describe('rounding stands in every form of the report', () => {
  const made = report([], rounding('12.5000000003'));

  test('in CSV as a row of its own, exact', async () => {
    const rows = parse<Record<string, string>>(renderCsv(await made), { columns: true });
    expect(rows.map(({ row }) => row).slice(-3)).toEqual(['unallocated', 'rounding', 'total']);
    expect(rows.at(-2)).toMatchObject({ row: 'rounding', cost: '0.0000000002', accounts: '', previous_month: '' });
    expect(sum(rows.slice(0, -1).map(({ cost }) => cost ?? ''))).toBe(rows.at(-1)?.cost);
  });

  test('in JSON with its bound', async () => {
    expect(JSON.parse(renderJson(await made))).toMatchObject({
      rounding: { cost: '0.0000000002', bound: '0.0000000004' },
    });
  });

  test('in the terminal’s summary between what is unallocated and the total', async () => {
    expect(summaryRows(await made).slice(-3)).toMatchObject([
      { unit: 'unallocated' },
      { unit: 'rounding', accounts: '', cost: '<0.01' },
      { unit: 'total' },
    ]);
  });

  test.each([
    ['HTML', renderHtml, '<th scope="row" class="text">Rounding</th><td class="amount">&#60;0.01</td>'],
    ['Markdown', renderMarkdown, '| Rounding |  |  |  | &lt;0.01 |'],
  ])('in %s in the table and in words, with its bound', async (_, render, row) => {
    const written = render(await made).replaceAll('\n', '');
    expect(written).toContain(row);
    expect(written).toMatch(/of which 0\.0000000002 USD is rounding by the source, which explains up to 0\.0000000004/);
  });
});

test('the report of a unit has nothing of the organization’s rounding', async () => {
  const unit = reportOfUnit(await report([], rounding('12.5000000003')), 'retail');
  expect(unit.total).toBe('10.0000000001');
  for (const render of [renderCsv, renderHtml, renderJson, renderMarkdown]) {
    expect(render(unit)).not.toMatch(/[Rr]ounding\b|0\.000000000[24]/);
  }
});
