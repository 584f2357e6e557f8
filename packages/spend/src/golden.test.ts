import { readFileSync } from 'node:fs';
import type { Attribution } from './attribution.ts';
import type { ChargeGroup } from './charge-source.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reportMonth } from './report-month.ts';

const attribution: Attribution = {
  owners: new Map([
    ['000000000011', { unit: 'retail', phase: 'dev' }],
    ['000000000012', { unit: 'retail', phase: 'prod' }],
    ['000000000021', { unit: 'bi', phase: 'prod' }],
  ]),
  cells: [
    { unit: 'retail', phase: 'dev', budget: '20000' },
    { unit: 'retail', phase: 'prod', budget: '300000' },
    { unit: 'bi', phase: 'prod', budget: null },
    { unit: 'bi', phase: 'sandbox', budget: '1000' },
  ],
};

const charges: readonly ChargeGroup[] = [
  charge('2026-08', '000000000012', 'Amazon Relational Database Service', 'usage', '251000.75'),
  charge('2026-10', '000000000011', 'Amazon Elastic Compute Cloud', 'usage', '20480.1234567891'),
  charge('2026-10', '000000000012', 'Amazon Elastic Compute Cloud', 'usage', '180000.5'),
  charge('2026-10', '000000000012', 'Amazon Relational Database Service', 'usage', '92000.25'),
  charge('2026-10', '000000000012', 'Amazon Elastic Compute Cloud', 'credit', '-5000'),
  charge('2026-10', '000000000021', 'Amazon Redshift', 'usage', '41750.0000000001'),
  charge('2026-10', '000000000021', null, 'tax', '3340.02'),
  charge('2026-10', '000000000099', 'Amazon Simple Storage Service', 'usage', '0.0000004127'),
  charge('2026-10', null, 'AWS Support (Business)', 'support', '9500'),
];

function charge(
  month: string,
  accountId: string | null,
  service: string | null,
  kind: ChargeGroup['kind'],
  cost: string,
) {
  const accountName = accountId === null || accountId.endsWith('99') ? null : `example-${accountId.slice(-2)}`;
  return { month, accountId, accountName, service, kind, cost };
}

/** Documents that people review: what they show is read in the pull request that changes them. */
test.each([
  ['JSON', 'report.json', renderJson],
  ['Markdown', 'report.md', renderMarkdown],
])('a small report in %s is the one that people have reviewed', async (_, file, render) => {
  const source = inMemoryChargeSource(charges, {
    format: 'FOCUS 1.2 CSV',
    files: ['focus.csv'],
    settledMonths: ['2026-08'],
  });
  const report = await reportMonth({
    organization: 'example',
    month: '2026-10',
    metric: 'billed',
    attribution,
    source,
  });
  expect(render(report)).toBe(readFileSync(new URL(`__golden__/${file}`, import.meta.url), 'utf8'));
});
