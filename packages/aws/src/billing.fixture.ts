import type { World } from '@bulkhead/local-aws';
import { delivery, dev, exampleWorld, management, prod } from './world.fixture.ts';

const member = (id: string, name: string, unit: string, phase: string, budget: string) => ({
  id,
  name,
  unit,
  phase,
  regions: ['eu-west-1'],
  budget,
});

// One object for all worlds: the machine generates its charges once.
const billing: NonNullable<World['billing']> = {
  organization: 'acme',
  managementAccountId: management,
  accounts: [
    member(delivery, 'acme-delivery', 'enterprise', 'delivery', '8000'),
    member(dev, 'acme-retail-dev', 'retail', 'dev', '20000'),
    member(prod, 'acme-retail-prod', 'retail', 'prod', '300000'),
  ],
  lastMonth: '2026-10',
  months: 4,
  seed: 'acme',
  openLastMonth: true,
};

/** The example's world with a bill of four months up to 2026-10, the last of them open. */
export function billedWorld(): World {
  return { ...exampleWorld(), billing };
}

/** A moment in the last month of the bill. */
export const billedUntil = new Date('2026-10-31T12:00:00Z');
