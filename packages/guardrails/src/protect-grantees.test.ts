import { deniedBy } from './decide.fixture.ts';
import { protectGrantees } from './protect-grantees.ts';

const statements = protectGrantees(['arn:aws:iam::*:role/workload/loader']);
const loader = 'arn:aws:iam::222200000011:role/workload/loader';
const denied = (action: string, resource: string, roleArn: string) =>
  deniedBy(statements, { action, resource, context: { 'aws:PrincipalArn': roleArn } }).length > 0;
const role = (name: string) => `arn:aws:iam::222200000011:role/${name}`;

test.each([
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:DeleteRolePermissionsBoundary',
])('%s of a role that a grant lets in is for who builds the account', (action) => {
  expect(denied(action, loader, role('bulkhead/appeng'))).toBe(true);
  expect(denied(action, loader, role('workload/loader'))).toBe(true);
  expect(denied(action, loader, role('bulkhead/deployer'))).toBe(false);
  expect(denied(action, role('workload/other'), role('bulkhead/appeng'))).toBe(false);
});

test('what the role is for can still be started with it', () => {
  expect(denied('iam:PassRole', loader, role('bulkhead/appeng'))).toBe(false);
});

test('where no grant comes from there is nothing to protect', () => {
  expect(protectGrantees([])).toEqual([]);
});
