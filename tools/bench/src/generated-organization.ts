import { type OrganizationDefinition, atMost, defineOrganization, usdPerMonth } from '@bulkhead/model';
import { generatedGrants } from './generated-grants.ts';
import { type GeneratedPhase, type UnitRegions, emptyUnits, generatedUnits } from './generated-units.ts';

/** Most accounts of real organizations use one or two Regions. */
const usualRegions: readonly UnitRegions[] = [['eu-west-1'], ['eu-west-1', 'eu-central-1'], ['us-east-1', 'eu-west-1']];

/** Two Regions for every unit. */
export const twoRegions: readonly UnitRegions[] = [['eu-west-1', 'eu-central-1']];

/**
 * A definition with so many runtime accounts, and in them what those of acme have: units with stores and workloads, grants
 * between them, disaster recovery for one in three. The same every time.
 *
 * @param accounts at least 1
 * @param regionsInTurn Regions of the first unit, of the second one, and so on in turn.
 * @param holding `nothing`: the same accounts without stores, workloads and grants, to see what those take.
 */
export function generatedOrganization(
  accounts: number,
  regionsInTurn: readonly UnitRegions[] = usualRegions,
  holding: 'stores' | 'nothing' = 'stores',
): OrganizationDefinition<GeneratedPhase> {
  const units = generatedUnits(accounts, regionsInTurn);
  return defineOrganization<GeneratedPhase>({
    name: 'example',
    regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
    accountEmail: 'aws+{account}@company.example',
    accountQuota: 2000,
    enterprise: {
      owner: 'platform@company.example',
      costCenter: 'CC-001',
      budget: usdPerMonth('12000'),
      // a hundred units have more groups than IAM takes
      identity: { signIn: 'identity-center' },
      sharedServices: { retention: { years: 7 } },
      delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
    },
    phases: {
      sandbox: {
        purpose: 'learning and trying out',
        data: 'none',
        otherVcpu: 64,
        instanceTypes: ['t3.micro', 't3.medium', 'm5.large', 'm5.xlarge'],
        atCap: 'freeze',
        budget: usdPerMonth('3000'),
        expires: '2030-06-30',
      },
      dev: {
        purpose: 'testing changes rapidly',
        data: 'synthetic',
        limits: [atMost(50, 'm5.12xlarge')],
        otherVcpu: 256,
        atCap: 'freeze',
        budget: usdPerMonth('20000'),
      },
      stage: {
        purpose: 'promoted changes against a large data set',
        data: 'sanitized',
        otherVcpu: 256,
        budget: usdPerMonth('40000'),
      },
      prod: {
        purpose: 'customers',
        data: 'sensitive',
        limits: [atMost(200, 'm5.12xlarge')],
        otherVcpu: 1024,
        budget: usdPerMonth('300000'),
        protect: true,
      },
      dr: {
        purpose: 'taking over from prod in another region',
        follows: 'prod',
        regions: ['eu-central-1'],
        budget: usdPerMonth('30000'),
      },
    },
    ...(holding === 'stores'
      ? { businessUnits: units, ...generatedGrants(units) }
      : { businessUnits: emptyUnits(units) }),
  });
}
