import type { DesiredLimit } from './desired-limits.ts';
import { known, unknown } from './known.ts';
import { type MeansFacts, meansOfCap, meansOfCeiling } from './means.ts';

const cap = { instanceType: 'm5.12xlarge', vcpuEach: 48, atMost: 50 };
const granted = (vcpu: number) =>
  known({ quotaCode: 'L-1216C47A', vcpu, source: 'applied' as const, adjustable: true });
const limit: DesiredLimit = {
  account: 'example-shop-dev',
  region: 'eu-west-1',
  quotaCode: 'L-1216C47A',
  pool: 'standard',
  ceiling: 2400,
  caps: [cap],
  atCap: 'freeze',
  instanceTypes: null,
};
type Differs = Partial<Omit<MeansFacts, 'limit'>> & { readonly limit?: Partial<DesiredLimit> };
const factsWith = (differs: Differs): MeansFacts => ({
  granted: granted(2400),
  automatic: known('off'),
  guardDeployed: false,
  ...differs,
  limit: { ...limit, ...differs.limit },
});

test.each<readonly [when: string, differs: Differs, ceiling: string, cap: string]>([
  ['the quota is the ceiling', {}, 'quota', 'quota'],
  ['the quota is less', { granted: granted(5) }, 'quota', 'quota'],
  ['AWS only tells', { automatic: known('notify') }, 'quota', 'quota'],
  ['the ceiling has room for 50 and no 51st', { limit: { ceiling: 2447 } }, 'quota', 'quota'],
  ['the ceiling has room for a 51st', { limit: { ceiling: 2448 } }, 'quota', 'detect only'],
  ['there is room and a guard', { limit: { ceiling: 2448 }, guardDeployed: true }, 'quota', 'guard'],
  [
    'there is room and a guard that only warns',
    { limit: { ceiling: 2448, atCap: 'warn' }, guardDeployed: true },
    'quota',
    'detect only',
  ],
  ['1 vCPU more is granted', { granted: granted(2401) }, 'detect only', 'detect only'],
  ['more is granted and there is a guard', { granted: granted(2401), guardDeployed: true }, 'guard', 'guard'],
  ['AWS raises by itself', { automatic: known('adjust') }, 'detect only', 'detect only'],
  ['nobody knows what is granted', { granted: unknown('throttled') }, 'detect only', 'detect only'],
  ['nobody knows whether AWS raises', { automatic: unknown('throttled') }, 'detect only', 'detect only'],
  [
    'the list leaves the type out',
    { granted: granted(9600), limit: { instanceTypes: ['m5.large'] } },
    'detect only',
    'shape',
  ],
  [
    'the list leaves the pool out',
    { granted: granted(9600), limit: { instanceTypes: ['p4d.24xlarge'] } },
    'shape',
    'shape',
  ],
  [
    'the list has the type, which counts nothing',
    { granted: granted(9600), limit: { instanceTypes: ['m5.12xlarge'] } },
    'detect only',
    'detect only',
  ],
])('where %s, the strongest means that holds is named', (_, differs, ofCeiling, ofCap) => {
  const facts = factsWith(differs);
  expect([meansOfCeiling(facts).kind, meansOfCap(cap, facts).kind]).toEqual([ofCeiling, ofCap]);
});

test('a weaker means says why the stronger one fails', () => {
  const facts = factsWith({ limit: { ceiling: 2656 } });
  expect(meansOfCap(cap, facts).reason).toBe(
    'the ceiling of 2656 vCPU has room for 55 m5.12xlarge, and the guard is not deployed',
  );
  expect(meansOfCap(cap, factsWith({ granted: granted(9600), limit: { atCap: 'warn' } })).reason).toBe(
    'the quota of 9600 vCPU is above the ceiling of 2400, and the phase only warns at its caps',
  );
});
