import { accountsOf } from './accounts.ts';
import { staffed, staffedWith } from './definition.fixture.ts';
import { imagesIn } from './images.ts';
import type { Organization } from './organization.ts';
import { parseOrganization } from './parse-organization.ts';
import { accountsDeployedBy, applyRoleName, pipelinesDeploying, planRoleName, unitsServedBy } from './pipelines.ts';

const organization = parseOrganization(staffed);
const [platform, lab] = organization.pipelines;

/** Apply roles by the account that they deploy. */
const deploying = (from: Organization) =>
  Object.fromEntries(
    accountsOf(from).map((account) => [
      account.name,
      pipelinesDeploying(from, account).map(({ pipeline, environment }) => applyRoleName(pipeline, environment)),
    ]),
  );

test('a text is an environment that is protected, deploys every phase and plans in <name>-plan', () => {
  expect(platform?.environments[0]).toEqual({
    name: 'prod',
    subjects: { apply: 'repo:example/platform:environment:prod', plan: 'repo:example/platform:environment:prod-plan' },
    phases: ['dev', 'prod', 'dr'],
    enterpriseAccounts: true,
    protected: true,
  });
});

test('subjects are literal: an environment on GitHub, a branch on GitLab', () => {
  expect(platform?.environments[1]?.subjects).toEqual({
    apply: 'repo:example/platform:environment:dev',
    plan: 'repo:example/platform:environment:look',
  });
  expect(lab?.environments[0]?.subjects).toEqual({
    apply: 'project_path:lab/tools/platform:ref_type:branch:ref:main',
    plan: 'project_path:lab/tools/platform:ref_type:branch:ref:develop',
  });
});

test('a pipeline knows the account in which its roles stand, and their names', () => {
  expect(platform).toMatchObject({ host: 'github', unit: 'enterprise', deliveryAccount: 'example-delivery' });
  expect(lab).toMatchObject({ host: 'gitlab', unit: 'lab', deliveryAccount: 'example-lab-delivery' });
  const names = organization.pipelines.flatMap((pipeline) =>
    pipeline.environments.flatMap((each) => [applyRoleName(pipeline, each), planRoleName(pipeline, each)]),
  );
  expect(names).toEqual([
    ...['apply-example-platform-prod', 'plan-example-platform-prod'],
    ...['apply-example-platform-dev', 'plan-example-platform-dev'],
    ...['apply-lab-tools-platform-dev', 'plan-lab-tools-platform-dev'],
  ]);
});

test("a unit's pipelines deploy to its accounts and to nobody else's, an environment without reviewers to none protected", () => {
  const enterprise = ['apply-example-platform-prod'];
  expect(deploying(organization)).toEqual({
    'example-identity': [],
    'example-shared-services': enterprise,
    'example-delivery': [],
    'example-lab-delivery': enterprise,
    'example-shop-dev': [...enterprise, 'apply-example-platform-dev'],
    'example-shop-prod': enterprise,
    'example-shop-dr': enterprise,
    'example-lab-dev': ['apply-lab-tools-platform-dev'],
  });
});

test('no pipeline deploys the account in which its own roles stand', () => {
  for (const pipeline of organization.pipelines) {
    const deployed = pipeline.environments.flatMap((each) => accountsDeployedBy(organization, each));
    expect(deployed.map(({ name }) => name)).not.toContain(pipeline.deliveryAccount);
  }
});

test('an account with protect is deployed from protected environments only, in whatever phase it is', () => {
  const prodOnly = staffedWith(
    ['enterprise', 'delivery', 'pipelines'],
    [{ github: 'example/platform', environments: ['prod', { name: 'all', protected: false }] }],
  );
  expect(deploying(parseOrganization(prodOnly))).toMatchObject({
    'example-shop-prod': ['apply-example-platform-prod'],
    'example-shop-dev': ['apply-example-platform-prod', 'apply-example-platform-all'],
    'example-shared-services': ['apply-example-platform-prod'],
  });
});

test('an environment that names its phases deploys no enterprise account', () => {
  const named = staffedWith(
    ['enterprise', 'delivery', 'pipelines'],
    [{ github: 'example/platform', environments: [{ name: 'prod', phases: ['dev', 'prod', 'dr'] }] }],
  );
  expect(deploying(parseOrganization(named))).toMatchObject({
    'example-shared-services': [],
    'example-shop-prod': ['apply-example-platform-prod'],
  });
});

test('a unit with a delivery account of its own and no pipelines is deployed by the organization deployer alone', () => {
  const without = parseOrganization(staffedWith(['businessUnits', 'lab', 'pipelines'], undefined));
  expect(deploying(without)).toMatchObject({ 'example-lab-dev': [] });
});

test("a unit's own pipelines take the place of the enterprise's where delivery is shared, too", () => {
  const own = staffedWith(['businessUnits', 'shop', 'pipelines'], [{ github: 'shop/platform', environments: ['dev'] }]);
  const parsed = parseOrganization(own);
  expect(deploying(parsed)).toMatchObject({
    'example-shop-dev': ['apply-shop-platform-dev'],
    'example-shop-prod': ['apply-shop-platform-dev'],
    'example-shared-services': ['apply-example-platform-prod'],
  });
  expect(parsed.pipelines.find(({ unit }) => unit === 'shop')?.deliveryAccount).toBe('example-delivery');
});

test('the accounts that an environment deploys are those that it is listed for', () => {
  const environments = organization.pipelines.flatMap((pipeline) => pipeline.environments);
  for (const account of accountsOf(organization)) {
    const lists = pipelinesDeploying(organization, account).map(({ environment }) => environment);
    const reaches = environments.filter((each) =>
      accountsDeployedBy(organization, each).some(({ name }) => name === account.name),
    );
    expect(reaches).toEqual(lists);
  }
});

test("the enterprise's pipelines serve the units that they deploy, a unit's serve it alone", () => {
  expect(organization.pipelines.map((pipeline) => unitsServedBy(organization, pipeline))).toEqual([
    ['enterprise', 'shop'],
    ['lab'],
  ]);
});

test('an image repository stands in the delivery account of its unit', () => {
  expect(imagesIn(organization, 'example-delivery')).toEqual([
    { name: 'platform/base', unit: 'enterprise' },
    { name: 'shop/web', unit: 'shop' },
  ]);
  expect(imagesIn(organization, 'example-lab-delivery')).toEqual([{ name: 'platform/base', unit: 'lab' }]);
});
