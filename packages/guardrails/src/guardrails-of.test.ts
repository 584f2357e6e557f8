import { parseOrganization } from '@bulkhead/model';
import { guardrailsOf } from './guardrails-of.ts';
import { example, exampleDefinition } from './organization.fixture.ts';
import { resourceControlsOf } from './resource-controls-of.ts';
import { targetName } from './target.ts';
import { idsOf } from './ids.fixture.ts';

const sidsBy = (organization = example) =>
  Object.fromEntries(
    guardrailsOf(organization, idsOf(organization)).map(({ target, statements }) => [
      targetName(target),
      statements.map(({ Sid }) => Sid),
    ]),
  );
const conditionAt = (name: string, sid: string, organization = example) =>
  guardrailsOf(organization, idsOf(organization))
    .find(({ target }) => targetName(target) === name)
    ?.statements.find(({ Sid }) => Sid === sid)?.Condition;

test('what is common stands high up, what differs stands at the account', () => {
  expect(sidsBy()).toEqual({
    root: [
      ...['Leave', 'Root', 'Regions', 'RegionList', 'Platform', 'PassRole', 'Telemetry'],
      ...['Federation', 'Quotas', 'PublicBlock', 'PublicShare'],
    ],
    Enterprise: [],
    Runtime: [...['Users', 'Untagged', 'Crossing', 'Sharing', 'SharingFunctions', 'TakingVolumes', 'TakingSnapshots']],
    'Runtime/Sandbox': ['Types'],
    'Runtime/Dev': [],
    'Runtime/Prod': [],
    Suspended: ['Suspended'],
    'example-identity': ['Regions', 'Identity', 'Baseline', 'Keys', 'People', 'Passwords'],
    'example-shared-services': ['Users', 'Archive', 'ArchiveLogs', 'ArchiveSettings', 'ArchiveKeys'],
    'example-delivery': ['Regions', 'Users'],
    'example-lab-delivery': ['Regions', 'Users'],
    'example-shop-sandbox': ['Types', 'Classes', 'Expired'],
    'example-shop-dev': ['Classes'],
    'example-shop-prod': ['Reclass', 'Reclass', 'Unclass', 'Deletions', 'ForGood'],
    'example-lab-sandbox': ['Regions', 'Classes', 'Expired'],
    'example-lab-dev': ['Regions', 'Classes'],
  });
});

test('an account is held to its own Regions, the organization to all of them', () => {
  const regionsAt = (name: string) => conditionAt(name, 'Regions')?.['StringNotEquals'];
  expect(regionsAt('root')).toEqual({ 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] });
  expect(regionsAt('example-lab-dev')).toEqual({ 'aws:RequestedRegion': ['us-east-1'] });
});

test("a unit's pipelines reach their state in the home Region, and nobody else in their account leaves its own", () => {
  const { StringNotEquals, ArnNotLike } = conditionAt('example-lab-delivery', 'Regions') ?? {};
  expect(StringNotEquals).toEqual({ 'aws:RequestedRegion': ['us-east-1'] });
  expect(ArnNotLike?.['aws:PrincipalArn']).toEqual(
    expect.arrayContaining(['arn:aws:iam::*:role/bulkhead/apply-*', 'arn:aws:iam::*:role/bulkhead/plan-*']),
  );
  expect(JSON.stringify(conditionAt('example-lab-dev', 'Regions'))).not.toContain('apply-');
});

test('what AWS Config records reaches its bucket in the home Region from an account that works elsewhere', () => {
  const exceptedAt = (name: string) => conditionAt(name, 'Regions')?.['ArnNotLike']?.['aws:PrincipalArn'];
  const recorder = 'arn:aws:iam::*:role/bulkhead/config-recorder';
  for (const name of ['example-lab-dev', 'example-lab-delivery']) expect(exceptedAt(name)).toContain(recorder);
  expect(exceptedAt('example-delivery')).not.toContain(recorder);
  expect(exceptedAt('root')).not.toContain(recorder);
});

test('the order in which a unit lists the same Regions makes no difference', () => {
  const { businessUnits } = exampleDefinition;
  const shop = { ...businessUnits['shop'], regions: ['us-east-1', 'eu-west-1'] };
  const organization = parseOrganization({ ...exampleDefinition, businessUnits: { ...businessUnits, shop } });
  expect(sidsBy(organization)['example-shop-dev']).toEqual(['Classes']);
});

test('a phase allows what any of its accounts may launch, and an account with a shorter list its own', () => {
  expect(conditionAt('Runtime/Sandbox', 'Types')).toEqual({
    StringNotEquals: { 'ec2:InstanceType': ['t3.micro', 'm5.large'] },
  });
  expect(conditionAt('example-shop-sandbox', 'Types')).toEqual({
    StringNotEquals: { 'ec2:InstanceType': ['t3.micro'] },
  });
});

test('a list of one unit alone holds at its account and not for its neighbours', () => {
  const { businessUnits } = exampleDefinition;
  const lab = { ...businessUnits['lab'], overrides: { dev: { instanceTypes: ['m5.large'] } } };
  const organization = parseOrganization({ ...exampleDefinition, businessUnits: { ...businessUnits, lab } });
  expect(sidsBy(organization)).toMatchObject({
    'Runtime/Dev': [],
    'example-lab-dev': ['Regions', 'Types', 'Classes'],
    'example-shop-dev': ['Classes'],
  });
});

test('a phase that lists types for all holds them to the list at its unit, once', () => {
  const { businessUnits } = exampleDefinition;
  const lab = { ...businessUnits['lab'], overrides: {} };
  const organization = parseOrganization({ ...exampleDefinition, businessUnits: { ...businessUnits, lab } });
  expect(sidsBy(organization)).toMatchObject({
    'Runtime/Sandbox': ['Types'],
    'example-shop-sandbox': ['Classes', 'Expired'],
  });
});

test('every statement denies, names resources, and has a Sid of letters and digits', () => {
  const all = [...guardrailsOf(example, idsOf(example)), ...resourceControlsOf(example, idsOf(example))].flatMap(
    ({ statements }) => statements,
  );
  const wrong = all.filter(
    ({ Sid, Effect, Resource, NotResource }) =>
      (Effect as string) !== 'Deny' || !/^[A-Za-z0-9]+$/.test(Sid) || (Resource ?? NotResource).length === 0,
  );
  expect(all.length).toBeGreaterThan(30);
  expect(wrong).toEqual([]);
});
