import { sampleInput } from './sample-input.ts';

const account = (name: string, id: string | null) => ({
  id,
  name,
  unit: 'shop',
  phase: 'dev',
  regions: ['eu-west-1'],
  budget: '500',
});
const shown = { organization: 'example', managementAccountId: '000000000001' };

test('every account that has an id is billed, over 14 months, from a seed', () => {
  const accounts = [account('example-shop-dev', '000000000002'), account('example-shop-new', null)];
  expect(sampleInput({ ...shown, accounts }, '2026-10')).toEqual({
    ...shown,
    accounts: [account('example-shop-dev', '000000000002')],
    lastMonth: '2026-10',
    months: 14,
    seed: 'example',
  });
});

test.each([
  ['no account is deployed', { ...shown, accounts: [account('example-shop-dev', null)] }],
  [
    'the payer is unknown',
    { ...shown, managementAccountId: null, accounts: [account('example-shop-dev', '000000000002')] },
  ],
])('where %s, the person is told what to do', (_, organization) => {
  expect(() => sampleInput(organization, '2026-10')).toThrow(
    'example has no ids of accounts in its organization.lock.json, there is nothing to bill: deploy it, or take the tour',
  );
});
