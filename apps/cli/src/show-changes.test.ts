import type { OrganizationChanges } from '@bulkhead/model';
import stringWidth from 'string-width';
import { renderChanges } from './show-changes.ts';

const nothing: OrganizationChanges = {
  added: [],
  removed: [],
  changed: [],
  enterprise: [],
  limits: [],
  budgets: [],
  people: [],
  reaches: [],
  pipelines: [],
  contents: [],
  grants: [],
  exceptions: [],
};

test('a setting that is longer than the terminal is broken into lines, and leaves the tables as they are', () => {
  const after =
    's3, kms; bi@acme.example; the payment provider drops its settlement files every night and reads the answers';
  const enterprise = [{ property: 'trusted account 333300000001', before: 's3', after }];
  const budgets = [{ account: 'acme-bi-dev', before: '500', after: '700' }];
  const shown = renderChanges({ ...nothing, enterprise, budgets }, 80);
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(`trusted account 333300000001 - s3 + ${after}`);
  expect(shown).toContain('acme-bi-dev  USD a month  500     700\n');
  expect(Math.max(...shown.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
});

test('grants, exceptions and what stands in accounts are tables of their own', () => {
  const until = { property: 'until', before: undefined, after: '2027-06-30' };
  const shown = renderChanges(
    {
      ...nothing,
      contents: [{ account: 'acme-bi-dev', property: 'store models', before: undefined, after: 'table, synthetic' }],
      grants: [{ name: 'bi-dev-reads-orders', ...until }],
      exceptions: [{ name: 'bi-models-orders', ...until }],
    },
    80,
  );
  expect(shown).toMatch(/stores and workloads .*before .*after\n.*\n?acme-bi-dev +store models +- +table, synthetic\n/);
  expect(shown).toMatch(/grants .*before .*after\n.*\n?bi-dev-reads-orders +until +- +2027-06-30\n/);
  expect(shown).toMatch(/exceptions .*before .*after\n.*\n?bi-models-orders +until +- +2027-06-30\n/);
});

test('where a grant is too long for a row, only what is there has a line', () => {
  const reason = 'changes are tried against orders of a true size, without customers in them';
  const grants = [{ name: 'retail-publishes-sanitized', property: 'reason', before: undefined, after: reason }];
  const shown = renderChanges({ ...nothing, grants }, 80);
  expect(shown).toBe(`grants\n  retail-publishes-sanitized  reason\n    + ${reason}\n`);
});
