import { charge, month, report } from './__fixtures__/small-organization.ts';
import type { ChargeSource } from './charge-source.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { ReconciliationError } from './reconciliation-error.ts';

function dropping(source: ChargeSource, index: number): ChargeSource {
  return { ...source, charges: async (query) => (await source.charges(query)).filter((_, at) => at !== index) };
}

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
