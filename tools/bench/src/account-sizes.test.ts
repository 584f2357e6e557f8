import { parseOrganization } from '@bulkhead/model';
import { renderAccountSizes } from './account-sizes-table.ts';
import { type AccountSize, accountSizesOf, phaseSizesOf } from './account-sizes.ts';
import { generatedOrganization } from './generated-organization.ts';

const shape = (name: string, resources: number, bytes: number) => ({ name, resources, providers: 1, bytes });
const size = (account: string, phase: string, resources: number, bytes: number): AccountSize => ({
  account,
  phase,
  regions: 1,
  resources,
  bytes,
});

test('what was synthesized of runtime accounts is told in the order of phases, and nothing of other stacks', () => {
  const organization = parseOrganization(generatedOrganization(6));
  const shapes = [
    shape('example-organization', 9, 900),
    shape('example-shared-services', 8, 800),
    shape('example-unit-001-dr', 4, 400),
    shape('example-unit-001-prod', 3, 300),
    shape('example-unit-002-sandbox', 1, 100),
  ];
  expect(accountSizesOf(organization, shapes)).toEqual(
    [
      size('example-unit-002-sandbox', 'sandbox', 1, 100),
      size('example-unit-001-prod', 'prod', 3, 300),
      size('example-unit-001-dr', 'dr', 4, 400),
    ].map((each) => ({ ...each, regions: each.phase === 'sandbox' ? 2 : 1 })),
  );
});

test('a phase is told from its smallest account to its largest one', () => {
  const sizes = [size('a', 'dev', 70, 9000), size('b', 'dev', 50, 9500), size('c', 'prod', 80, 12345)];
  expect(phaseSizesOf(sizes)).toEqual([
    {
      phase: 'dev',
      accounts: 2,
      regions: { lowest: 1, highest: 1 },
      resources: { lowest: 50, highest: 70 },
      bytes: { lowest: 9000, highest: 9500 },
    },
    expect.objectContaining({ phase: 'prod', accounts: 1, bytes: { lowest: 12345, highest: 12345 } }),
  ]);
  const text = renderAccountSizes(sizes);
  for (const part of ['dev', '50 to 70', '9,000 to 9,500', 'prod', '12,345']) expect(text).toContain(part);
});
