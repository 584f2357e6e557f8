import type { Attribution } from './attribution.ts';
import { SourceError } from './charge-source.ts';
import type { ChargeGroup, ChargeSource } from './charge-source.ts';
import { exampleAttribution, exampleCharges, exampleMonth } from './example-charges.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { sum } from './money.ts';
import { ReconciliationError } from './reconciliation-error.ts';
import { reportMonth } from './report-month.ts';
import type { SpendReport } from './report.ts';

const month = '2026-10';
const attribution: Attribution = {
  owners: new Map([
    ['1', { unit: 'retail', phase: 'dev' }],
    ['2', { unit: 'retail', phase: 'prod' }],
    ['3', { unit: 'bi', phase: 'prod' }],
  ]),
  cells: [
    { unit: 'retail', phase: 'dev', budget: '100' },
    { unit: 'retail', phase: 'prod', budget: null },
    { unit: 'bi', phase: 'sandbox', budget: '5' },
  ],
};

function charge(accountId: string | null, cost: string, rest: Partial<ChargeGroup> = {}): ChargeGroup {
  return { month, accountId, accountName: `name-${accountId}`, service: 'EC2', kind: 'usage', cost, ...rest };
}

function report(charges: readonly ChargeGroup[], source?: ChargeSource): Promise<SpendReport> {
  const from = source ?? inMemoryChargeSource(charges, { months: [month] });
  return reportMonth({ organization: 'acme', month, metric: 'billed', attribution, source: from });
}

function dropping(source: ChargeSource, index: number): ChargeSource {
  return { ...source, charges: async (query) => (await source.charges(query)).filter((_, at) => at !== index) };
}

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

describe('a report reconciles to the source’s total, taken by another path', () => {
  const charges = [charge('1', '1.1'), charge('404', '2.2'), charge(null, '-0.0000000001')];

  test.each([0, 1, 2])('so dropping row %i fails and returns nothing', async (index) => {
    const source = inMemoryChargeSource(charges, { months: [month] });
    await expect(report([], source)).resolves.toHaveProperty('total', '3.2999999999');
    await expect(report([], dropping(source, index))).rejects.toThrow(ReconciliationError);
  });

  test('and the error names both totals and the difference', async () => {
    const source = dropping(inMemoryChargeSource(charges, { months: [month] }), 2);
    await expect(report([], source)).rejects.toThrow(
      /source's total is 3\.2999999999 USD, cells and unallocated are 3\.3 USD, the difference is -0\.0000000001 USD/,
    );
  });

  test('and a total with trailing zeros is the same total', async () => {
    const source = {
      ...inMemoryChargeSource(charges, { months: [month] }),
      total: () => Promise.resolve('3.29999999990'),
    };
    await expect(report([], source)).resolves.toHaveProperty('reconciliation.difference', '0');
  });
});

describe('months', () => {
  const held = (months: readonly string[]) =>
    inMemoryChargeSource(months.map((each) => charge('1', '5', { month: each })));
  const ask = (source: ChargeSource, asked: string) =>
    reportMonth({ organization: 'acme', month: asked, metric: 'billed', attribution, source });

  test('that the source does not hold are refused with those that it holds', async () => {
    await expect(ask(held(['2026-08', '2026-07']), month)).rejects.toThrow(SourceError);
    await expect(ask(held(['2026-08', '2026-07']), month)).rejects.toThrow('got: 2026-10; it holds 2026-07, 2026-08');
    await expect(ask(held([]), month)).rejects.toThrow('it holds no month at all');
  });

  test.each(['2026-13', '2026-1', 'october', ''])('written %j are refused', async (asked) => {
    await expect(ask(held([month]), asked)).rejects.toThrow(
      `a month is written YYYY-MM, got: ${JSON.stringify(asked)}`,
    );
  });

  test('before the first of the source are unknown and never zero', async () => {
    const made = await ask(held([month]), month);
    expect(made.previousTotal).toBeNull();
    expect(made.unallocated.previousMonth).toBeNull();
    expect(made.cells.map(({ previousMonth }) => previousMonth)).toEqual([null, null, null, null]);
    expect(made.units.map(({ previousTotal }) => previousTotal)).toEqual([null, null, null]);
  });

  test('before this one that the source holds are zero where a cell had no charge', async () => {
    const made = await ask(held(['2026-09', month]), month);
    expect(made.cells.map(({ previousMonth }) => previousMonth)).toEqual(['5', '0', '0', '0']);
    expect(made.previousTotal).toBe('5');
  });

  test('with a gap between them are no previous months', async () => {
    const made = await ask(held(['2026-08', month]), month);
    expect(made.previousTotal).toBeNull();
    expect(made.trend.map((each) => each.month)).toEqual(['2026-08', month]);
  });

  test('of the trend are at most 14, end with this one, and none is later', async () => {
    const all = Array.from(
      { length: 20 },
      (_, index) => `${2025 + Math.floor((index + 6) / 12)}-${String(((index + 6) % 12) + 1).padStart(2, '0')}`,
    );
    const made = await ask(held(all), month);
    expect(made.trend).toHaveLength(14);
    expect(made.trend[0]?.month).toBe('2025-09');
    expect(made.trend.at(-1)?.month).toBe(month);
  });

  test.each([
    [[month], true],
    [['2026-09'], false],
  ])('are settled where the source says so: %j', async (settledMonths, settled) => {
    const source = inMemoryChargeSource([charge('1', '5')], { settledMonths });
    expect((await ask(source, month)).settled).toBe(settled);
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
