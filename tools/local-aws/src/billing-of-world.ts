import type { SampleInput } from '@bulkhead/sample-billing';
import type { World } from './world.ts';

/** The bill of an organization: the same input that a billing export is generated from. */
export function billingOfWorld(world: World, organization: string, lastMonth: string, months = 14): SampleInput {
  const { managementAccountId } = world.organization;
  const accounts = world.accounts
    .filter(({ id, tags }) => id !== managementAccountId && tags['Phase'] !== undefined)
    .map(({ id, name, tags, regions }) => ({
      id,
      name,
      unit: tags['BusinessUnit'] ?? '',
      phase: tags['Phase'] ?? '',
      regions: regions.length > 0 ? regions : ['us-east-1'],
      budget: world.budgets.find(({ accountIds }) => accountIds.length === 1 && accountIds[0] === id)?.limit ?? null,
    }));
  return { organization, managementAccountId, accounts, lastMonth, months, seed: organization };
}
