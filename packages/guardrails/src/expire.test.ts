import { accountsOf, parseOrganization } from '@bulkhead/model';
import { admin, call, controller, deployer, firstDeployment, role } from './calls.fixture.ts';
import { deniedBy } from './decide.fixture.ts';
import { expire } from './expire.ts';
import { principalLines } from './line.fixture.ts';
import { example, exampleDefinition } from './organization.fixture.ts';

const expired = expire({ rules: { expires: '2027-06-30' } });
const before = '2027-06-29T23:59:59Z';
const after = '2027-06-30T00:00:00Z';
const denied = (who: string, action: string, time: string) =>
  deniedBy(expired, call(who, action, '*', { 'aws:CurrentTime': time })).length > 0;

const made = [
  ...['ec2:RunInstances', 'ec2:StartInstances', 'ec2:CreateVolume', 'sqs:CreateQueue', 'sqs:SendMessage'],
  ...['lambda:CreateFunction', 'lambda:InvokeFunction', 'lambda:UpdateFunctionCode', 'dynamodb:CreateTable'],
  ...['dynamodb:PutItem', 's3:CreateBucket', 's3:PutObject', 'iam:CreateRole', 'iam:PassRole', 'rds:CreateDBInstance'],
  ...['autoscaling:CreateAutoScalingGroup', 'autoscaling:SetDesiredCapacity', 'ecs:RunTask', 'kms:CreateKey'],
  ...['states:StartExecution', 'sagemaker:CreateNotebookInstance', 'bedrock:InvokeModel', 'ssm:StartSession'],
];

const lookedAtAndClearedOut = [
  ...['ec2:DescribeInstances', 's3:ListAllMyBuckets', 's3:GetObject', 'dynamodb:ListTables', 'iam:GetRole'],
  ...['logs:GetLogEvents', 'cloudwatch:GetMetricData', 'cloudtrail:LookupEvents', 'tag:GetResources'],
  ...['ec2:TerminateInstances', 'ec2:StopInstances', 'ec2:DeleteVolume', 'ec2:ReleaseAddress', 's3:DeleteObject'],
  ...['s3:DeleteBucket', 'sqs:DeleteQueue', 'dynamodb:DeleteTable', 'rds:DeleteDBInstance', 'lambda:DeleteFunction'],
  ...['autoscaling:DeleteAutoScalingGroup', 'ecs:DeleteService', 'iam:DetachRolePolicy', 'iam:DeleteRole'],
  ...['kms:ScheduleKeyDeletion', 'route53:DeleteHostedZone', 'sts:AssumeRole', 'sts:GetCallerIdentity'],
];

test.each(made)('from its last day on, %s makes nothing in a sandbox', (action) => {
  expect(denied(admin, action, before)).toBe(false);
  expect(denied(admin, action, after)).toBe(true);
});

test.each(lookedAtAndClearedOut)('from its last day on, %s looks at a sandbox or clears it out as before', (action) => {
  expect(denied(admin, action, before)).toBe(false);
  expect(denied(admin, action, after)).toBe(false);
});

test.each([
  ['its deployer', deployer],
  ['its first deployment', firstDeployment],
  ['the controller', controller],
  ['the planner', role('bulkhead/planner')],
  ['auditors', role('bulkhead/auditor')],
  ['observers', role('bulkhead/observer')],
  ['AWS Config', role('bulkhead/config-recorder')],
])('%s may what it may in a sandbox that has ended', (_, who) => {
  expect(denied(who, 'glue:GetTables', after)).toBe(false);
  expect(denied(role('workload/glue'), 'glue:GetTables', after)).toBe(true);
});

test('engineers of a sandbox that has ended are held to it like administrators', () => {
  expect(denied(role('bulkhead/appeng'), 'ec2:RunInstances', after)).toBe(true);
});

const account = (name: string, organization = example) => {
  const found = accountsOf(organization).find((each) => each.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const sidsOver = (name: string, organization = example) => {
  const { inherited, own } = principalLines(organization)(account(name, organization));
  return [...inherited, ...own].map(({ Sid }) => Sid);
};

test('what has an end is held to it in its own account and nowhere else, each to its own day', () => {
  expect(sidsOver('example-shop-sandbox')).toContain('Expired');
  expect(sidsOver('example-shop-dev')).not.toContain('Expired');
  const { phases } = exampleDefinition;
  const dev = { ...phases['dev'], expires: '2028-01-01' } as typeof phases.dev;
  const later = parseOrganization({ ...exampleDefinition, phases: { ...phases, dev } });
  expect(sidsOver('example-shop-dev', later)).toContain('Expired');
  expect(sidsOver('example-shop-prod', later)).not.toContain('Expired');
});
