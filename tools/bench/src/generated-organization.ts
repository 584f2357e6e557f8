import {
  type BusinessUnitDefinition,
  type Lock,
  type Organization,
  type OrganizationDefinition,
  accountsOf,
  atMost,
  defineOrganization,
  organizationalUnitsOf,
  usdPerMonth,
} from '@bulkhead/model';

const phases = ['dev', 'stage', 'prod'] as const;
type Phase = (typeof phases)[number];

/** Regions that a generated unit may use, home first. */
export type UnitRegions = readonly ('eu-west-1' | 'eu-central-1' | 'us-east-1')[];

/** Most accounts of real organizations use one or two Regions. */
const usualRegions: readonly UnitRegions[] = [['eu-west-1'], ['eu-west-1', 'eu-central-1'], ['us-east-1', 'eu-west-1']];

/** Two Regions for every unit. */
export const twoRegions: readonly UnitRegions[] = [['eu-west-1', 'eu-central-1']];

/**
 * A definition with so many runtime accounts: units of three phases, and a last one of fewer where three don't divide it.
 *
 * @param accounts at least 1
 * @param regionsInTurn Regions of the first unit, of the second one, and so on in turn.
 */
export function generatedOrganization(
  accounts: number,
  regionsInTurn: readonly UnitRegions[] = usualRegions,
): OrganizationDefinition<Phase> {
  const units = Array.from({ length: Math.ceil(accounts / phases.length) }, (_, index) => [
    `unit-${String(index + 1).padStart(3, '0')}`,
    generatedUnit(
      index,
      phases.slice(0, accounts - index * phases.length),
      regionsInTurn[index % regionsInTurn.length],
    ),
  ]);
  return defineOrganization<Phase>({
    name: 'example',
    regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
    accountEmail: 'aws+{account}@company.example',
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
    },
    businessUnits: Object.fromEntries(units) as Record<string, BusinessUnitDefinition<Phase>>,
  });
}

function generatedUnit(
  index: number,
  own: readonly Phase[],
  regions: UnitRegions = ['eu-west-1'],
): BusinessUnitDefinition<Phase> {
  return {
    owner: `unit-${index + 1}@company.example`,
    costCenter: `CC-${index + 100}`,
    regions,
    phases: own,
  };
}

/** The lock of an organization whose stacks have all been deployed, so that every one of them is synthesized. */
export function generatedLock(organization: Organization): Lock {
  const id = (number: number) => String(300_000_000_000 + number);
  const accounts = accountsOf(organization);
  const arns = (service: string, kind: string) =>
    Object.fromEntries(
      organization.regions.map((region, index) => [
        region,
        `arn:aws:${service}:${region}:${id(2)}:${kind}/00000000-0000-4000-8000-00000000000${index}`,
      ]),
    );
  return {
    organization: { id: 'o-generated00', rootId: 'r-gene', managementAccountId: id(0), deployer: true },
    organizationalUnits: Object.fromEntries(
      organizationalUnitsOf(organization).map((path, index) => [path, `ou-gene-${String(index).padStart(8, '0')}`]),
    ),
    accounts: Object.fromEntries(accounts.map(({ name }, index) => [name, { id: id(index + 1), deployer: true }])),
    sharedServices: { keys: arns('kms', 'key'), sinks: arns('oam', 'sink') },
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
      identityStoreId: 'd-0000000001',
      region: organization.regions[0],
    },
  };
}
