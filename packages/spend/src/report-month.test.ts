import { exampleAttribution, exampleCharges, exampleMonth } from './__fixtures__/example-charges.ts';
import { charge, month, report } from './__fixtures__/small-organization.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { sum } from './money.ts';
import { reportMonth } from './report-month.ts';
import type { SpendReport } from './report.ts';

describe('a report’s cells', () => {
  test('are all of the attribution in its order, also where nothing was spent, then those of accounts only', async () => {
    const { cells } = await report([charge('2', '7')]);
    expect(cells.map(({ unit, phase, cost, budget }) => [unit, phase, cost, budget])).toEqual([
      ['retail', 'dev', '0', '100'],
      ['retail', 'prod', '7', null],
      ['bi', 'sandbox', '0', '5'],
      ['bi', 'prod', '0', null],
    ]);
  });

  test('list their accounts by cost, largest first, then by id', async () => {
    const owners = new Map(['b', 'a', 'c'].map((id) => [id, { unit: 'u', phase: 'p' }]));
    const source = inMemoryChargeSource([charge('b', '9'), charge('a', '9.0'), charge('c', '10')]);
    const { cells } = await reportMonth({
      organization: 'acme',
      month,
      metric: 'billed',
      attribution: { owners, cells: [] },
      source,
    });
    expect(cells[0]?.accounts.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('hold a hundred accounts, each once, with the exact sum', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => String(index).padStart(12, '0'));
    const owners = new Map(ids.map((id) => [id, { unit: 'u', phase: 'p' }]));
    const source = inMemoryChargeSource(ids.flatMap((id) => [charge(id, '0.1'), charge(id, '0.2', { service: 'S3' })]));
    const { cells } = await reportMonth({
      organization: 'acme',
      month,
      metric: 'billed',
      attribution: { owners, cells: [] },
      source,
    });
    expect(cells[0]?.accounts.map(({ id }) => id)).toEqual(ids);
    expect(cells[0]?.cost).toBe('30');
  });

  test('count an account with two names once, under the first by alphabet, in any order of the charges', async () => {
    const charges = [charge('1', '1', { accountName: 'new' }), charge('1', '2', { accountName: 'a-name' })];
    for (const some of [charges, [...charges].reverse()]) {
      expect((await report(some)).cells[0]?.accounts).toEqual([{ id: '1', name: 'a-name', cost: '3' }]);
    }
  });
});

describe('what belongs to no account of the organization', () => {
  test('stands unallocated, by account, also without a name, and without an account', async () => {
    const { unallocated, total } = await report([
      charge('1', '1'),
      charge('404', '2', { accountName: null }),
      charge(null, '4', { accountName: null }),
    ]);
    expect(unallocated).toEqual({
      cost: '6',
      previousMonth: null,
      accounts: [{ id: '404', name: null, cost: '2' }],
      withoutAccount: '4',
    });
    expect(total).toBe('7');
  });

  test('includes an id that differs from a known one by a leading zero only', async () => {
    expect((await report([charge('01', '1')])).unallocated.accounts.map(({ id }) => id)).toEqual(['01']);
  });
});

describe('money in a report', () => {
  test.each([
    [
      'thirty digits',
      ['123456789012345678901234567890', '0.000000000000000000000000000001'],
      '123456789012345678901234567890.000000000000000000000000000001',
    ],
    ['credits larger than usage', ['10.5', '-12.75'], '-2.25'],
    ['a sum of zero', ['3', '-3.000'], '0'],
    ['no charge at all', [], '0'],
    ['exponents', ['5.2E-9', '1E-9'], '0.0000000062'],
  ])('is exact and plainly written with %s', async (_, costs, total) => {
    const made = await report(costs.map((cost) => charge('1', cost)));
    expect(made.total).toBe(total);
    expect(made.cells[0]?.cost).toBe(total);
    expect(made.reconciliation).toEqual({ sourceTotal: total, reportTotal: total, difference: '0' });
  });

  test('adds up alike by cell, unit, kind and service', async () => {
    const made = await exampleReport();
    const { cells, unallocated, units, kinds, services, total, trend } = made;
    expect(sum([...cells.map(({ cost }) => cost), unallocated.cost])).toBe(total);
    expect(sum(units.map((unit) => unit.total))).toBe(total);
    expect(sum(kinds.map(({ cost }) => cost))).toBe(total);
    expect(sum(services.map(({ cost }) => cost))).toBe(total);
    expect(trend.at(-1)?.total).toBe(total);
    expect(trend.at(-2)?.total).toBe(made.previousTotal);
  });
});

test('credits, refunds, tax and support stand apart, in one order, kinds without a charge left out', async () => {
  const kinds = ['tax', 'credit', 'usage', 'support', 'credit'] as const;
  const made = await report(kinds.map((kind) => charge('1', '2', { kind })));
  expect(made.kinds).toEqual([
    { kind: 'usage', cost: '2' },
    { kind: 'credit', cost: '4' },
    { kind: 'tax', cost: '2' },
    { kind: 'support', cost: '2' },
  ]);
});

test('services come largest first, then by name, and a charge without one keeps none', async () => {
  const services = [null, 'S3', 'EC2', 'S3', 'Athena'];
  const made = await report(services.map((service) => charge('1', '2', { service })));
  expect(made.services.map(({ service }) => service)).toEqual(['S3', null, 'Athena', 'EC2']);
});

test('the same input gives the same bytes', async () => {
  expect(JSON.stringify(await exampleReport())).toBe(JSON.stringify(await exampleReport()));
});

function exampleReport(): Promise<SpendReport> {
  const source = inMemoryChargeSource(exampleCharges());
  return reportMonth({
    organization: 'acme',
    month: exampleMonth,
    metric: 'billed',
    attribution: exampleAttribution(),
    source,
  });
}
