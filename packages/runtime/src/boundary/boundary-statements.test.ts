import { lookingStatements } from '@bulkhead/baseline';
import { type Call, allows } from '../grants/evaluate.fixture.ts';
import { buildingRoles } from '../roles/building-roles.ts';
import { policiesOf } from '../roles/policies-of.ts';
import { boundaryStatements } from './boundary-statements.ts';
import { openingActions } from './opening-actions.ts';

const accountId = '000000000001';
const at = (resource: string, id = accountId) => `arn:aws:iam::${id}:${resource}`;
const boundaryArn = at('policy/bulkhead/boundary');
const building = { accountId, boundaryArn };
const boundary = boundaryStatements(building);
const own = [
  ...lookingStatements({ userData: true }),
  ...buildingRoles(building),
  ...Object.values(
    policiesOf('appeng', { data: 'synthetic', operations: [], peopleReadData: undefined }, accountId),
  ).flat(),
];
const everything = [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] as const;

type Asked = Omit<Call, 'roleArn'>;
const engineerMay = (asked: Asked) => {
  const call = { ...asked, roleArn: at('role/bulkhead/appeng') };
  return allows(own, call) && allows(boundary, call);
};
/** A role that engineers made and wrote the most into. */
const workloadMay = (asked: Asked) =>
  allows(everything, { ...asked, roleArn: at('role/workload/x') }) &&
  allows(boundary, { ...asked, roleArn: at('role/workload/x') });

const workload = at('role/workload/x');
const bounded = { 'iam:PermissionsBoundary': boundaryArn };
const ask = (action: string, resource = '*', context: Readonly<Record<string, string>> = {}): Asked => ({
  action,
  resource,
  context: { 'aws:ResourceAccount': accountId, ...context },
});

test.each<[what: string, asked: Asked]>([
  ['machines', ask('ec2:RunInstances')],
  ['queues', ask('sqs:CreateQueue')],
  ['functions', ask('lambda:CreateFunction')],
  ['tables', ask('dynamodb:CreateTable')],
  ['buckets', ask('s3:CreateBucket', 'arn:aws:s3:::mine')],
  ['roles that carry the boundary', ask('iam:CreateRole', workload, bounded)],
  ['rights of roles that carry it', ask('iam:PutRolePolicy', workload, bounded)],
  ['trust of roles that carry it', ask('iam:UpdateAssumeRolePolicy', workload, bounded)],
  ['functions that run as one', ask('iam:PassRole', workload, { 'iam:PassedToService': 'lambda.amazonaws.com' })],
  ['functions that a service calls', ask('lambda:AddPermission', '*', { 'lambda:Principal': 's3.amazonaws.com' })],
  ['disks with a key', ask('kms:CreateGrant', '*', { 'kms:GrantIsForAWSResource': 'true' })],
])('engineers make %s', (_, asked) => {
  expect(engineerMay(asked)).toBe(true);
});

const other = { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess' };
test.each<[what: string, asked: Asked]>([
  ['take a boundary away', ask('iam:DeleteRolePermissionsBoundary', workload, bounded)],
  ['put another one in its place', ask('iam:PutRolePermissionsBoundary', workload, other)],
  ['put one of theirs on their own role', ask('iam:PutRolePermissionsBoundary', at('role/bulkhead/appeng'), other)],
  ['rewrite the boundary', ask('iam:CreatePolicyVersion', boundaryArn)],
  ['go back to an older one', ask('iam:SetDefaultPolicyVersion', boundaryArn)],
  ['delete it', ask('iam:DeletePolicy', boundaryArn)],
  ['make a role without a boundary', ask('iam:CreateRole', workload)],
  ['make a role with another boundary', ask('iam:CreateRole', workload, other)],
  ['make a role elsewhere than workloads', ask('iam:CreateRole', at('role/admin'), bounded)],
  ['write rights of a role without a boundary', ask('iam:PutRolePolicy', workload)],
  ['attach rights to a role without a boundary', ask('iam:AttachRolePolicy', workload)],
  ['change the trust of the deployer', ask('iam:UpdateAssumeRolePolicy', at('role/bulkhead/deployer'), bounded)],
  ['make a user', ask('iam:CreateUser', at('user/x'), bounded)],
  ['become the deployer', ask('sts:AssumeRole', at('role/bulkhead/deployer'))],
  ['become a role of another account', ask('sts:AssumeRole', at('role/workload/x', '000000000002'))],
  [
    'run as the deployer',
    ask('iam:PassRole', at('role/bulkhead/deployer'), { 'iam:PassedToService': 'ec2.amazonaws.com' }),
  ],
  [
    'give a role to a service that runs nothing',
    ask('iam:PassRole', workload, { 'iam:PassedToService': 'cloudformation.amazonaws.com' }),
  ],
  ['let an account call a function', ask('lambda:AddPermission', '*', { 'lambda:Principal': '000000000002' })],
  ['let everybody call a function', ask('lambda:AddPermission', '*', { 'lambda:Principal': '*' })],
  [
    'open a function to the internet',
    ask('lambda:CreateFunctionUrlConfig', '*', { 'lambda:FunctionUrlAuthType': 'NONE' }),
  ],
  ['let others use a key', ask('kms:CreateGrant', '*', { 'kms:GrantIsForAWSResource': 'false' })],
  ['share by Resource Access Manager', ask('ram:CreateResourceShare')],
  ['leave the organization', ask('organizations:LeaveOrganization')],
])('neither engineers nor a role that they made can %s', (_, asked) => {
  expect([engineerMay(asked), workloadMay(asked)]).toEqual([false, false]);
});

test.each(openingActions)('neither engineers nor a role that they made can open the account by %s', (action) => {
  const asked = ask(action.replace('*', 'X'), '*', bounded);
  expect([engineerMay(asked), workloadMay(asked)]).toEqual([false, false]);
});

test('what is lifted, replaced or rewritten is denied, whatever the boundary comes to allow', () => {
  const wider = [...boundary, ...everything];
  const calls = [
    ask('iam:DeleteRolePermissionsBoundary', workload, bounded),
    ask('iam:PutRolePermissionsBoundary', workload, other),
    ask('iam:CreateRole', workload),
    ask('iam:CreatePolicyVersion', boundaryArn),
  ];
  expect(calls.map((asked) => allows(wider, { ...asked, roleArn: workload }))).toEqual(calls.map(() => false));
  expect(allows(wider, { ...ask('iam:CreateRole', workload, bounded), roleArn: workload })).toBe(true);
});
