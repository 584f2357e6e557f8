import type { SampleAccount, SampleInput } from './sample-input.ts';

const account = (
  id: string,
  unit: string,
  phase: string,
  budget: string | null,
  regions: readonly string[] = ['eu-west-1', 'eu-central-1', 'us-east-1'],
): SampleAccount => ({
  id,
  name: unit === 'enterprise' ? `acme-${phase}` : `acme-${unit}-${phase}`,
  unit,
  phase,
  regions,
  budget,
});

/** An organization of the product's usual shape, for tests and measurements. */
export const exampleInput: SampleInput = {
  organization: 'acme',
  managementAccountId: '100000000001',
  accounts: [
    account('100000000002', 'enterprise', 'identity', null),
    account('100000000003', 'enterprise', 'shared-services', '10000'),
    account('100000000004', 'enterprise', 'delivery', '8000'),
    account('200000000001', 'retail', 'dev', '20000'),
    account('200000000002', 'retail', 'stage', '40000'),
    account('200000000003', 'retail', 'prod', '300000'),
    account('200000000004', 'retail', 'dr', '300000'),
    account('300000000001', 'bi', 'sandbox', '3000'),
    account('300000000002', 'bi', 'dev', '20000'),
    account('300000000003', 'bi', 'prod', '120000'),
    account('012345678901', 'startup', 'dev', '4000', ['us-east-1']),
    account('012345678902', 'startup', 'prod', '25000', ['us-east-1']),
    account('012345678903', 'startup', 'delivery', null, ['us-east-1']),
  ],
  lastMonth: '2026-10',
  months: 14,
  seed: 'acme',
};

/** Two units and three months: what most tests need, in a tenth of the time. */
export const smallInput: SampleInput = {
  ...exampleInput,
  months: 3,
  accounts: exampleInput.accounts.filter(({ name }) =>
    ['acme-shared-services', 'acme-retail-dev', 'acme-retail-prod'].includes(name),
  ),
};
