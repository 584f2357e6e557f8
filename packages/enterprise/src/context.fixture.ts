import type { PolicyStatement, StackContext } from '@bulkhead/baseline';
import {
  type Lock,
  type OrganizationDefinition,
  accountsOf,
  defineOrganization,
  organizationalUnitsOf,
  parseOrganization,
} from '@bulkhead/model';
import { App, TerraformStack, Testing } from 'cdktf';
import { enterpriseStacks } from './enterprise-stacks.ts';

/** One unit with a delivery account of its own, in two Regions. */
export const definition: OrganizationDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['us-east-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 }, lock: 'governance' },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod', 'dr'] }] },
  },
  phases: { dev: { purpose: 'testing', data: 'synthetic', otherVcpu: 8, atCap: 'freeze' } },
  businessUnits: { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev'], delivery: 'own' } },
});

/** A lock with an id for everything. */
export function fullLock(from: OrganizationDefinition): Lock {
  const organization = parseOrganization(from);
  const perRegion = (service: string) =>
    Object.fromEntries(organization.regions.map((region) => [region, `arn:aws:${service}:${region}:000000000002:x/1`]));
  return {
    organization: {
      id: 'o-exampleorg1',
      rootId: 'r-abcd',
      managementAccountId: '000000000001',
      securityAdministered: true,
    },
    organizationalUnits: Object.fromEntries(
      organizationalUnitsOf(organization).map((path, index) => [path, `ou-abcd-0000000${index}`]),
    ),
    accounts: Object.fromEntries(
      accountsOf(organization).map(({ name }, index) => [name, { id: `00000000001${index}`, deployer: true }]),
    ),
    sharedServices: { keys: perRegion('kms'), sinks: perRegion('oam'), detectors: perRegion('guardduty') },
    ...(organization.enterprise.signIn === 'identity-center' && {
      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
        identityStoreId: 'd-0000000001',
        region: organization.regions[0],
      },
    }),
  };
}

type Resource = Readonly<Record<string, unknown>>;

/** Resources by stack and address. */
export type Stacks = Readonly<Record<string, Readonly<Record<string, Resource>>>>;

export function synthesize(from: OrganizationDefinition = definition, lock: Lock = fullLock(from)): Stacks {
  const app = new App();
  const context: StackContext = { organization: parseOrganization(from), lock, folder: '/organization' };
  enterpriseStacks(app, context);
  return Object.fromEntries(
    app.node.children
      .filter((child) => TerraformStack.isStack(child))
      .map((stack) => {
        const { resource = {} } = JSON.parse(Testing.synth(stack, true)) as {
          resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
        };
        const resources = Object.entries(resource).flatMap(([type, blocks]) =>
          Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, block] as const),
        );
        return [stack.node.id, Object.fromEntries(resources)];
      }),
  );
}

/** Statements of the policies that stand in an argument of the resources of a stack with such addresses. */
export function statementsOf(
  resources: Stacks[string] | undefined,
  address: RegExp,
  argument = 'policy',
): readonly PolicyStatement[] {
  return Object.entries(resources ?? {})
    .filter(([each]) => address.test(each))
    .flatMap(([, resource]) => (JSON.parse(String(resource[argument])) as { Statement: PolicyStatement[] }).Statement);
}
