import { exampleInput } from './example-input.ts';
import { generateCharges } from './generate-charges.ts';
import { SampleInputError } from './sample-input.ts';
import type { SampleAccount, SampleInput } from './sample-input.ts';

const retailDev: SampleAccount = {
  id: '200000000001',
  name: 'acme-retail-dev',
  unit: 'retail',
  phase: 'dev',
  regions: ['eu-west-1'],
  budget: '20000',
};

const withAccount = (changed: Partial<SampleAccount>): Partial<SampleInput> => ({
  accounts: [{ ...retailDev, ...changed }],
});

function problemsOf(changed: Partial<SampleInput>): readonly string[] {
  try {
    generateCharges({ ...exampleInput, ...changed });
    return [];
  } catch (error) {
    if (error instanceof SampleInputError) return error.problems;
    throw error;
  }
}

test.each<[string, Partial<SampleInput>, string]>([
  ['a month without a hyphen', { lastMonth: '202610' }, 'lastMonth: write a month as YYYY-MM, got: 202610'],
  ['a thirteenth month', { lastMonth: '2026-13' }, 'lastMonth: write a month as YYYY-MM, got: 2026-13'],
  ['no months', { months: 0 }, 'months: use a whole number from 1 to 120, got: 0'],
  ['half a month', { months: 1.5 }, 'months: use a whole number from 1 to 120, got: 1.5'],
  [
    'a name that is no folder',
    { organization: '../x' },
    'organization: use lower-case letters, digits and hyphens, got: ../x',
  ],
  ['no payer', { managementAccountId: '' }, "managementAccountId: give the account an id, got: ''"],
  ['an empty id', withAccount({ id: '' }), "accounts[0].id: give the account an id, got: ''"],
  [
    'the payer as a member',
    withAccount({ id: exampleInput.managementAccountId }),
    'accounts[0].id: leave the management account out, got: 100000000001',
  ],
  ['an id used twice', { accounts: [retailDev, retailDev] }, 'accounts[1].id: use each id once, got: 200000000001'],
  ['no region', withAccount({ regions: [] }), 'accounts[0].regions: name at least one region, got: []'],
  [
    'a negative budget',
    withAccount({ budget: '-1' }),
    'accounts[0].budget: write USD per month as a plain decimal, got: -1',
  ],
  [
    'a budget in words',
    withAccount({ budget: '1e5' }),
    'accounts[0].budget: write USD per month as a plain decimal, got: 1e5',
  ],
  [
    'a budget too large for exact doubles',
    withAccount({ budget: '5000001' }),
    'accounts[0].budget: use at most 5000000 USD per month, got: 5000001',
  ],
])('%s is refused with what to change', (_, changed, problem) => {
  expect(problemsOf(changed)).toEqual([problem]);
});

test('all problems come in one answer', () => {
  const accounts = [{ ...retailDev, regions: [], budget: 'much' }];
  expect(problemsOf({ lastMonth: 'October', months: -1, accounts })).toHaveLength(4);
});

test('an organization without accounts still has the bill of its payer', () => {
  const [first] = generateCharges({ ...exampleInput, accounts: [], months: 1 });
  expect(first?.account?.name).toBe('acme-management');
});
