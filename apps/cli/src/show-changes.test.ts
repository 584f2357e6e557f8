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
