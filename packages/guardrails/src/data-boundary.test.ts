import { type OrganizationDefinition, accountsOf, dataClasses, isAbove, parseOrganization } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { denySharing } from './deny-sharing.ts';
import { denyUntagged } from './deny-untagged.ts';
import { idsOf } from './ids.fixture.ts';
import { organizationId, principalLines, resourceLines } from './line.fixture.ts';
import { exampleDefinition } from './organization.fixture.ts';

const { businessUnits } = exampleDefinition;
/** One grant: what loads in lab's dev reads orders of shop's dev. */
const definition: OrganizationDefinition = {
  ...exampleDefinition,
  phases: { ...exampleDefinition.phases, stage: { purpose: 'promoted changes', data: 'sanitized' } },
  businessUnits: {
    ...businessUnits,
    shop: { ...businessUnits['shop'], stores: { orders: { kind: 'bucket' } } },
    lab: { ...businessUnits['lab'], phases: ['sandbox', 'dev', 'stage'], workloads: { loader: { runsOn: 'ecs' } } },
  } as OrganizationDefinition['businessUnits'],
  grants: {
    orders: {
      from: { unit: 'lab', phase: 'dev', role: 'loader' },
      to: { unit: 'shop', phase: 'dev', store: 'orders' },
      what: 'read-data',
      reason: 'reports',
    },
  },
  exceptions: {
    trial: {
      of: { unit: 'lab', phase: 'stage', allows: 'sensitive-data' },
      owner: 'lab@example.com',
      reason: 'a trial',
      until: '2027-03-31',
    },
  },
};
const organization = parseOrganization(definition);
const { accountIds, managementAccountId } = idsOf(organization);
const account = (name: string) => {
  const found = accountsOf(organization).find((each) => each.name === `example-${name}`);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const idOf = (name: string) => accountIds.get(`example-${name}`) ?? managementAccountId;
const over = (name: string) => {
  const { inherited, own } = principalLines(organization)(account(name));
  return [...inherited, ...own];
};
const guarding = (name: string) => {
  const { inherited, own } = resourceLines(organization)(account(name));
  return [...inherited, ...own];
};
const by = (name: string, role: string, more: Readonly<Record<string, string>> = {}) => ({
  'aws:PrincipalArn': `arn:aws:iam::${idOf(name)}:role/${role}`,
  'aws:PrincipalAccount': idOf(name),
  'aws:PrincipalOrgID': organizationId,
  'aws:PrincipalIsAWSService': 'false',
  'aws:RequestedRegion': 'us-east-1',
  ...more,
});

const makes = ['sqs:CreateQueue', 's3:CreateBucket', 'sqs:TagQueue', 'qldb:CreateAnything'];
const cells = ['shop-sandbox', 'shop-dev', 'shop-prod'].flatMap((name) =>
  dataClasses.flatMap((dataClass) => makes.map((action) => [action, dataClass, name] as const)),
);
test.each(cells)('%s as %s in %s is allowed where the class of the account allows it', (action, dataClass, name) => {
  const own = account(name).tags.DataClass as (typeof dataClasses)[number];
  const tag = { 'aws:RequestTag/DataClass': dataClass.toUpperCase() };
  const sids = deniedBy(over(name), { action, context: by(name, 'bulkhead/deployer', tag) });
  expect(sids.includes('Classes')).toBe(isAbove(dataClass, own));
});

test.each([
  ['2027-03-30T23:59:59Z', false],
  ['2027-03-31T00:00:00Z', true],
])('with an exception a sensitive store is made until the day: %s', (now, denied) => {
  const context = by('lab-stage', 'app', { 'aws:RequestTag/DataClass': 'sensitive', 'aws:CurrentTime': now });
  expect(deniedBy(over('lab-stage'), { action: 'sqs:CreateQueue', context }).includes('Classes')).toBe(denied);
});

test('a sensitive store that stands by an exception is called nothing less', () => {
  const tags = { 'aws:ResourceTag/DataClass': 'sensitive', 'aws:RequestTag/DataClass': 'sanitized' };
  const sids = deniedBy(over('lab-stage'), { action: 'sqs:TagQueue', context: by('lab-stage', 'app', tags) });
  expect(sids).toEqual(['Reclass']);
});

test.each<readonly [role: string, from: string, to: string | undefined, denied: boolean]>([
  ['app', 'sensitive', 'sanitized', true],
  ['app', 'Sensitive', 'none', true],
  ['app', 'sensitive', undefined, true],
  ['app', 'sensitive', 'sensitive', false],
  ['app', 'sanitized', 'synthetic', true],
  ['app', 'sanitized', 'sensitive', false],
  ['bulkhead/deployer', 'sensitive', 'sanitized', false],
  ['bulkhead/deployer', 'sensitive', undefined, false],
])('what is kept is not called anything less: %s tags %s as %s', (role, from, to, denied) => {
  const tags = {
    'aws:ResourceTag/DataClass': from,
    'aws:TagKeys': 'Team,dataclass',
    ...(to !== undefined && { 'aws:RequestTag/DataClass': to }),
  };
  const action = to === undefined ? 'sqs:UntagQueue' : 'sqs:TagQueue';
  expect(deniedBy(over('shop-prod'), { action, context: by('shop-prod', role, tags) }).length > 0).toBe(denied);
});

test.each([
  ['who calls without a tag', 'sns:CreateTopic', {}, true],
  ['who tags', 'sns:CreateTopic', { 'aws:RequestTag/DataClass': 'none' }, false],
  ['CloudFormation', 'sns:CreateTopic', { 'aws:CalledVia': 'cloudformation.amazonaws.com' }, false],
  ['who makes a bucket, tagged afterwards by older providers', 's3:CreateBucket', {}, false],
])('an untagged store is denied to a direct call only: %s', (_, action, context, denied) => {
  expect(deniedBy(denyUntagged(), { action, context }).length > 0).toBe(denied);
});

const reads = [
  's3:GetObject',
  'sqs:ReceiveMessage',
  'kms:Decrypt',
  'dynamodb:GetItem',
  'secretsmanager:GetSecretValue',
];
const onlyByCaller = ['sns:Publish', 'lambda:InvokeFunction', 'kinesis:GetRecords'];
const outcome = (from: string, role: string, to: string, action: string) => {
  const context = by(from, role, { 'aws:ResourceAccount': idOf(to), 'aws:ResourceOrgID': organizationId });
  const ofCaller = deniedBy(from === 'management' ? [] : over(from), { action, context });
  return { caller: ofCaller.length > 0, resource: deniedBy(guarding(to), { action, context }).length > 0 };
};

test.each(
  [
    ['shop-dev', 'app', 'shop-prod'],
    ['shop-prod', 'app', 'shop-dev'],
    ['lab-dev', 'app', 'shop-prod'],
    ['lab-dev', 'workload/loader', 'shop-prod'],
  ].flatMap(([from = '', role = '', to = '']) => reads.map((action) => [from, role, to, action] as const)),
)('%s, %s reaches nothing in %s by %s, whatever policies there say, and either wall holds alone', (...path) => {
  expect(outcome(...path)).toEqual({ caller: true, resource: true });
});

test.each(onlyByCaller)('%s into another account is denied to the caller, where resources have no wall', (action) => {
  expect(outcome('shop-dev', 'app', 'shop-prod', action).caller).toBe(true);
  expect(outcome('lab-dev', 'app', 'shop-dev', action).caller).toBe(true);
  expect(outcome('lab-dev', 'workload/loader', 'shop-prod', action).caller).toBe(true);
});

test('a grant opens both walls for its role, and the wall of the caller for nobody else', () => {
  for (const action of reads) {
    expect(outcome('lab-dev', 'workload/loader', 'shop-dev', action)).toEqual({ caller: false, resource: false });
    expect(outcome('lab-dev', 'app', 'shop-dev', action).caller).toBe(true);
    expect(outcome('shop-prod', 'workload/loader', 'shop-dev', action)).toEqual({ caller: true, resource: true });
  }
});

test.each(['shop-dev', 'shop-prod', 'lab-dev'])('%s reaches its own resources and those of the platform', (name) => {
  for (const to of [name, 'delivery', 'shared-services']) {
    for (const action of reads) expect(outcome(name, 'app', to, action)).toEqual({ caller: false, resource: false });
  }
});

test('an account that the definition trusts reaches what it is trusted for, and nothing else', () => {
  const trusted = { 'aws:PrincipalAccount': '999900000001', 'aws:PrincipalIsAWSService': 'false' };
  for (const name of ['shop-dev', 'shop-prod']) {
    const denied = (action: string) => deniedBy(guarding(name), { action, context: trusted });
    expect(denied('s3:GetObject')).not.toContain('Foreigners');
    expect(denied('sts:AssumeRole')).not.toContain('BecomeForeign');
    expect(denied('sqs:ReceiveMessage')).toContain('Foreigners');
  }
});

test("AWS's own buckets stay readable", () => {
  const context = by('shop-prod', 'app', { 'aws:ResourceAccount': '999999999999', 'aws:ResourceOrgID': 'o-aws' });
  expect(deniedBy(over('shop-prod'), { action: 's3:GetObject', context })).toEqual([]);
});

test('who signs in, builds and manages becomes roles, and no other runtime account does, granted or not', () => {
  const becomes = (from: string, to: string) => !outcome(from, 'x', to, 'sts:AssumeRole').resource;
  for (const to of ['shop-dev', 'shop-prod']) {
    expect(['identity', 'delivery', 'lab-delivery', 'management'].filter((from) => !becomes(from, to))).toEqual([]);
    expect(becomes('lab-dev', to)).toBe(false);
  }
});

test.each<readonly [action: string, context: Readonly<Record<string, string>>, resource: string, denied: boolean]>([
  ['ec2:ModifySnapshotAttribute', { 'ec2:Add/userId': '222200000001' }, '*', true],
  ['ec2:ModifyImageAttribute', {}, '*', true],
  ['ram:CreateResourceShare', {}, '*', true],
  ['lambda:AddPermission', { 'lambda:Principal': '222200000001' }, '*', true],
  ['lambda:AddPermission', { 'lambda:Principal': 's3.amazonaws.com' }, '*', false],
  ['ec2:CreateVolume', { 'ec2:Owner': '222200000001' }, 'arn:aws:ec2:eu-west-1::snapshot/snap-1', true],
  ['ec2:CreateVolume', { 'ec2:Owner': '111122223333' }, 'arn:aws:ec2:eu-west-1::snapshot/snap-1', false],
  ['ec2:CreateVolume', { 'ec2:Owner': 'amazon' }, 'arn:aws:ec2:eu-west-1::snapshot/snap-1', false],
  ['ec2:CreateVolume', {}, 'arn:aws:ec2:eu-west-1::snapshot/snap-1', false],
  ['rds:CopyDBSnapshot', { 'aws:ResourceAccount': '222200000001' }, '*', true],
  ['rds:CopyDBSnapshot', { 'aws:ResourceAccount': '111122223333' }, '*', false],
  ['rds:CopyDBSnapshot', {}, '*', false],
])('nothing is shared, copied or restored across accounts: %s %j', (action, more, resource, denied) => {
  const sids = (role: string) =>
    deniedBy(denySharing(), {
      action,
      resource,
      context: {
        'aws:PrincipalArn': `arn:aws:iam::111122223333:role/${role}`,
        'aws:PrincipalAccount': '111122223333',
        ...more,
      },
    });
  expect(sids('admin').length > 0).toBe(denied);
  expect(sids('bulkhead/deployer')).toEqual([]);
  expect(sids('bulkhead/backup')).toEqual([]);
});
