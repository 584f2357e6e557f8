import type { Attribution } from '../attribution.ts';
import type { ChargeGroup, ChargeKind } from '../charge-source.ts';
import { monthsBefore, monthsBetween } from '../month.ts';

/** An invented organization for the tests: four units, five phases, fourteen months, and strays. */
export const exampleMonth = '2026-10';

const units = [
  { unit: 'retail', size: 52, phases: ['sandbox', 'dev', 'stage', 'prod', 'dr'] },
  { unit: 'bi', size: 23, phases: ['sandbox', 'dev', 'prod'] },
  { unit: 'logistics', size: 31, phases: ['dev', 'stage', 'prod', 'dr'] },
  { unit: 'startup', size: 7, phases: ['dev', 'prod'] },
];

const phases = new Map([
  ['sandbox', { weight: 2, budgetPerSize: 70 }],
  ['dev', { weight: 12, budgetPerSize: 340 }],
  ['stage', { weight: 19, budgetPerSize: null }],
  ['prod', { weight: 100, budgetPerSize: 3000 }],
  ['dr', { weight: 31, budgetPerSize: 1000 }],
]);

const services = [
  'Amazon Elastic Compute Cloud',
  'Amazon Relational Database Service',
  'Amazon Simple Storage Service',
  'Amazon Elastic Container Service for Kubernetes',
  'AWS Lambda',
  'Amazon DynamoDB',
  'Amazon CloudFront',
  'AWS Key Management Service',
  'AmazonCloudWatch',
  'Amazon Redshift',
  'Amazon Virtual Private Cloud',
  'Amazon Simple Queue Service',
  'AWS Glue',
];

export function exampleAttribution(): Attribution {
  const cells = units.flatMap(({ unit, size, phases: own }) =>
    own.map((phase) => {
      const perSize = phases.get(phase)?.budgetPerSize ?? null;
      return { unit, phase, budget: perSize === null ? null : String(perSize * size) };
    }),
  );
  const owners = cells.map(({ unit, phase }, index) => [accountId(index), { unit, phase }] as const);
  return { owners: new Map(owners), cells };
}

/** Deterministic: growth, a cheaper year's turn, credits, refunds, tax, support, an account that left. */
export function exampleCharges(): readonly ChargeGroup[] {
  const months = monthsBetween(monthsBefore(exampleMonth, 13), exampleMonth);
  return months.flatMap((month, at) => [
    ...units.flatMap(({ unit, size }) =>
      exampleAttribution()
        .cells.map((cell, index) => ({ cell, index }))
        .filter(({ cell }) => cell.unit === unit)
        .flatMap(({ cell, index }) => {
          const base = size * (phases.get(cell.phase)?.weight ?? 0) * (100 + at * 3 + wobble(at + index)) * 12;
          const account = { month, accountId: accountId(index), accountName: `acme-${unit}-${cell.phase}` };
          const usage = services.map((service, rank) => {
            const cents = Math.floor(base / (rank + 1) / (rank + 1)) + wobble(rank * 7 + at);
            return { ...account, service, kind: 'usage' as const, cost: dollars(cents) };
          });
          const tax = { ...account, service: null, kind: 'tax' as const, cost: dollars(Math.floor(base / 12)) };
          return [...usage, tax];
        }),
    ),
    stray(
      month,
      '000000000404',
      'acme-legacy',
      'Amazon Elastic Compute Cloud',
      'usage',
      dollars(412_000 - at * 21_001),
    ),
    stray(month, '000000000405', null, 'Amazon Simple Storage Service', 'usage', '0.0000004127'),
    stray(month, null, null, 'AWS Support (Business)', 'support', dollars(2_400_000 + at * 30_017)),
    stray(month, null, null, 'Compute Savings Plans', 'purchase', '18250.0000000001'),
    stray(month, accountId(3), 'acme-retail-prod', 'Amazon Elastic Compute Cloud', 'credit', dollars(-1_250_050)),
    stray(month, accountId(9), 'acme-logistics-stage', 'Amazon CloudFront', 'refund', dollars(-84_213)),
  ]);
}

function stray(
  month: string,
  accountId: string | null,
  accountName: string | null,
  service: string,
  kind: ChargeKind,
  cost: string,
): ChargeGroup {
  return { month, accountId, accountName, service, kind, cost };
}

function accountId(index: number): string {
  return String(11_254_002_932 + index * 1_370_137).padStart(12, '0');
}

function wobble(seed: number): number {
  return (seed * 7919) % 23;
}

/** Cents, and digits behind them as a billing export has. */
function dollars(cents: number): string {
  const text = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}0170${Math.abs(cents) % 7}`;
}
