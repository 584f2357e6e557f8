import { findAccount } from './accounts.ts';
import { example, exampleWith } from './definition.fixture.ts';
import { limitsOf } from './limits.ts';
import { parseOrganization } from './parse-organization.ts';

function limitsIn(name: string, definition: unknown = example) {
  const account = findAccount(parseOrganization(definition), name);
  if (account?.kind !== 'runtime') throw new Error(`no runtime account ${name}`);
  return limitsOf(account);
}

test('50 m5.12xlarge are 2,400 vCPU of the standard pool', () => {
  expect(limitsIn('example-shop-dev')).toMatchObject([
    { pool: { onDemandQuotaCode: 'L-1216C47A' }, vcpu: 2400, otherVcpu: 0, perRegion: { 'eu-west-1': 2400 } },
  ]);
});

test('200 m5.12xlarge and an allowance of 100 vCPU are 9,700 vCPU', () => {
  expect(limitsIn('example-shop-prod')).toMatchObject([{ vcpu: 9700, otherVcpu: 100 }]);
});

test('a cap is shared out evenly over the Regions, with the remainder at home', () => {
  expect(limitsIn('example-lab-dev')).toMatchObject([
    {
      vcpu: 2400,
      caps: [{ atMost: 50, perRegion: { 'us-east-1': 18, 'eu-west-1': 16, 'eu-central-1': 16 } }],
      perRegion: { 'us-east-1': 864, 'eu-west-1': 768, 'eu-central-1': 768 },
    },
  ]);
});

test('a cap of less than one instance per Region stays at home', () => {
  const definition = exampleWith(['phases', 'dev', 'limits'], [{ atMost: 2, instanceType: 'm5.large' }]);
  expect(limitsIn('example-lab-dev', definition)[0]?.perRegion).toEqual({
    'us-east-1': 4,
    'eu-west-1': 0,
    'eu-central-1': 0,
  });
});

test('shares by hand hold in their Regions, and the others get nothing', () => {
  const limits = [{ atMost: 5, instanceType: 'm5.large', perRegion: { 'us-east-1': 5 } }];
  const definition = exampleWith(['businessUnits', 'lab', 'overrides', 'dev', 'limits'], limits);
  expect(limitsIn('example-lab-dev', definition)[0]?.perRegion).toEqual({
    'us-east-1': 10,
    'eu-west-1': 0,
    'eu-central-1': 0,
  });
});

test('two caps on one pool add up, and a cap on another pool stands apart', () => {
  const limits = [
    { atMost: 50, instanceType: 'm5.12xlarge' },
    { atMost: 10, instanceType: 'r5.large' },
    { atMost: 1, instanceType: 'p4d.24xlarge' },
  ];
  const ceilings = limitsIn('example-shop-dev', exampleWith(['phases', 'dev', 'limits'], limits));
  expect(ceilings.map(({ pool, vcpu }) => [pool.name, vcpu])).toEqual([
    ['standard', 2420],
    ['p', 96],
  ]);
});

test('an allowance without a cap is the ceiling of the standard pool', () => {
  const definition = exampleWith(['phases', 'dev'], { purpose: 'x', data: 'none', otherVcpu: 64 });
  expect(limitsIn('example-shop-dev', definition)).toMatchObject([{ pool: { name: 'standard' }, caps: [], vcpu: 64 }]);
});

test('a phase that limits nothing has no ceiling, not a ceiling of 0', () => {
  const definition = exampleWith(['phases', 'dev'], { purpose: 'x', data: 'none' });
  expect(limitsIn('example-shop-dev', definition)).toEqual([]);
});
