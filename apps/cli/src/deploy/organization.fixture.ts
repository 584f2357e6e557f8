import { type OrganizationDefinition, defineOrganization } from '@bulkhead/model';

type Chosen = Partial<Pick<OrganizationDefinition, 'phases' | 'businessUnits'>> & {
  readonly signIn?: OrganizationDefinition['enterprise']['identity']['signIn'];
};

/** An organization of one unit in one phase, in which a test chooses phases, units and how people sign in. */
export function exampleDefinition(chosen: Chosen = {}): OrganizationDefinition {
  const {
    phases = { dev: { purpose: 'testing', data: 'synthetic' } },
    businessUnits = { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: Object.keys(phases) } },
    signIn = 'iam-users',
  } = chosen;
  return defineOrganization({
    name: 'example',
    regions: { home: 'eu-west-1' },
    accountEmail: 'aws+{account}@example.com',
    enterprise: {
      owner: 'platform@example.com',
      costCenter: 'CC-1',
      identity: { signIn },
      sharedServices: { retention: { years: 1 } },
      delivery: { pipelines: [] },
    },
    phases,
    businessUnits,
  });
}
