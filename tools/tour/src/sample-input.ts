import type { SampleInput } from '@bulkhead/sample-billing';

/** What `bulkhead show --json` prints, as far as a bill needs it. */
export interface ShownOrganization {
  readonly organization: string;
  readonly managementAccountId: string | null;
  readonly accounts: readonly {
    readonly id: string | null;
    readonly name: string;
    readonly unit: string;
    readonly phase: string;
    readonly regions: readonly string[];
    readonly budget: string | null;
  }[];
}

/** Every account that is deployed gets a bill. */
export function sampleInput(shown: ShownOrganization, lastMonth: string): SampleInput {
  const { organization, managementAccountId } = shown;
  const accounts = shown.accounts.flatMap(({ id, ...account }) => (id === null ? [] : [{ id, ...account }]));
  if (managementAccountId === null || accounts.length === 0) {
    throw new Error(
      `${organization} has no ids of accounts in its organization.lock.json, there is nothing to bill: ` +
        'deploy it, or take the tour with an organization that is deployed, like acme',
    );
  }
  return { organization, managementAccountId, accounts, lastMonth, months: 14, seed: organization };
}
