import { type OrganizationDefinition, defineOrganization, parseOrganization } from '@bulkhead/model';
import { App, TerraformStack, Testing } from 'cdktf';
import { fullLock, synthesize } from './context.fixture.ts';
import { delivering } from './delivering.fixture.ts';
import { enterpriseStacks } from './enterprise-stacks.ts';

const { desk, shop } = delivering.businessUnits;
const inMilan = defineOrganization<string>({
  ...delivering,
  regions: { home: 'eu-west-1', further: ['us-east-1', 'eu-south-1', 'af-south-1'] },
  businessUnits: { desk: { ...desk, regions: ['eu-south-1'] }, shop: { ...shop, regions: ['eu-west-1'] } },
} as OrganizationDefinition);

const enabledIn = (from: OrganizationDefinition) =>
  Object.entries(synthesize(from, fullLock(from))['example-organization'] ?? {})
    .filter(([address]) => address.startsWith('aws_account_region.'))
    .map(([, resource]) => resource);

test('a Region that AWS has off is enabled in every account that works there, and where administrators are named', () => {
  expect(enabledIn(inMilan).map((each) => [each['account_id'] ?? 'management', each['region_name']])).toEqual(
    expect.arrayContaining([
      ['management', 'eu-south-1'],
      ...['shared-services', 'delivery', 'desk-dev', 'desk-prod'].map((account) => [
        `\${aws_organizations_account.example-${account}.id}`,
        'eu-south-1',
      ]),
    ]),
  );
  expect(enabledIn(inMilan)).toHaveLength(5);
  for (const each of enabledIn(inMilan)) expect(each).toMatchObject({ enabled: true });
});

test('Regions that are on are left alone', () => {
  expect(enabledIn(delivering)).toEqual([]);
});

test('roles in a Region that is off elsewhere are assumed through home, where everybody is known', () => {
  const app = new App();
  enterpriseStacks(app, {
    organization: parseOrganization(inMilan),
    lock: fullLock(inMilan),
    folder: '/organization',
  });
  const providers = app.node.children
    .filter((child) => TerraformStack.isStack(child))
    .flatMap((stack) => (JSON.parse(Testing.synth(stack)) as { provider: { aws: readonly Provider[] } }).provider.aws);
  const through = new Set(providers.map((each) => `${each.region} through ${each.sts_region ?? 'itself'}`));
  expect(through).toEqual(
    new Set(['eu-west-1 through itself', 'us-east-1 through itself', 'eu-south-1 through eu-west-1']),
  );
});

interface Provider {
  readonly region: string;
  readonly sts_region?: string;
}
