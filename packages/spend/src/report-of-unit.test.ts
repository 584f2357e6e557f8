import type { Attribution } from './attribution.ts';
import type { ChargeGroup } from './charge-source.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { renderCsv } from './render-csv.ts';
import { renderHtml } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reportMonth } from './report-month.ts';
import { UnknownUnitError, reportOfUnit } from './report-of-unit.ts';
import type { SpendReport } from './report.ts';

const attribution: Attribution = {
  owners: new Map([
    ['111', { unit: 'retail', phase: 'dev' }],
    ['112', { unit: 'retail', phase: 'prod' }],
    ['222', { unit: 'zebra', phase: 'prod' }],
  ]),
  cells: [
    { unit: 'retail', phase: 'dev', budget: '50' },
    { unit: 'retail', phase: 'prod', budget: null },
    { unit: 'zebra', phase: 'prod', budget: '777777' },
  ],
};

/** What others spend is recognizable: all of it is made of sevens, and of names with a z. */
const charges: readonly ChargeGroup[] = ['2026-09', '2026-10'].flatMap((month) => [
  { month, accountId: '111', accountName: 'own-dev', service: 'EC2', kind: 'usage', cost: '10' },
  { month, accountId: '112', accountName: 'own-prod', service: 'EC2', kind: 'usage', cost: '20' },
  { month, accountId: '112', accountName: 'own-prod', service: 'EC2', kind: 'credit', cost: '-5' },
  { month, accountId: '222', accountName: 'z-prod', service: 'EC2', kind: 'usage', cost: '77777.7' },
  { month, accountId: '222', accountName: 'z-prod', service: 'Zocalo', kind: 'tax', cost: '7777.77' },
  { month, accountId: '999', accountName: 'z-stray', service: 'Zocalo', kind: 'refund', cost: '-7.7' },
  { month, accountId: null, accountName: null, service: 'Zocalo', kind: 'support', cost: '777' },
]);

function organizationReport(): Promise<SpendReport> {
  const source = inMemoryChargeSource(charges, { files: ['z.csv'], rows: 777 });
  return reportMonth({ organization: 'acme', month: '2026-10', metric: 'billed', attribution, source });
}

describe('a business unit gets its own report, with its own figures only', () => {
  test('so its totals, kinds and services are those of its accounts', async () => {
    const report = reportOfUnit(await organizationReport(), 'retail');
    expect(report.total).toBe('25');
    expect(report.previousTotal).toBe('25');
    expect(report.kinds).toEqual([
      { kind: 'usage', cost: '30' },
      { kind: 'credit', cost: '-5' },
    ]);
    expect(report.services).toEqual([{ service: 'EC2', cost: '25' }]);
    expect(report.cells.map(({ phase, cost }) => [phase, cost])).toEqual([
      ['dev', '10'],
      ['prod', '15'],
    ]);
    expect(report.trend.map(({ month, total, units }) => [month, total, units.length])).toEqual([
      ['2026-09', '25', 1],
      ['2026-10', '25', 1],
    ]);
  });

  test('so its value has no reconciliation, no unallocated row and no source', async () => {
    const report = reportOfUnit(await organizationReport(), 'retail');
    expect(Object.keys(report)).not.toEqual(expect.arrayContaining(['reconciliation']));
    expect(JSON.stringify(report)).not.toMatch(/7|zebra|z-|Zocalo|222|999|z\.csv/);
  });

  test.each([
    ['JSON', renderJson],
    ['CSV', renderCsv],
    ['Markdown', renderMarkdown],
  ])('so its %s names no figure and no name of others', async (_, render) => {
    expect(render(reportOfUnit(await organizationReport(), 'retail'))).not.toMatch(
      /7|zebra|z-|Zocalo|999|z\.csv|nallocated/,
    );
  });

  test('so its HTML names no figure and no name of others', async () => {
    const html = renderHtml(reportOfUnit(await organizationReport(), 'retail'));
    // Style and drawings have sevens of their own: the words and figures are what is read.
    const words = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ');
    expect(words).toContain('acme / retail');
    expect(words).not.toMatch(/7|zebra|z-|Zocalo|999|z\.csv|nallocated/);
  });

  test('and the parts of all units and of what is unallocated add up to the whole', async () => {
    const report = await organizationReport();
    expect(report.units.map(({ unit, total }) => [unit, total])).toEqual([
      ['retail', '25'],
      ['zebra', '85555.47'],
      [null, '769.3'],
    ]);
  });
});

test.each(['sales', '', 'unallocated'])(
  'a unit that the report does not have, %j, is refused with those it has',
  async (unit) => {
    const report = await organizationReport();
    expect(() => reportOfUnit(report, unit)).toThrow(UnknownUnitError);
    expect(() => reportOfUnit(report, unit)).toThrow('it has retail, zebra');
  },
);
