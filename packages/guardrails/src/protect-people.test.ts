import { deniedBy } from './decide.fixture.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { example } from './organization.fixture.ts';
import { protectPeople } from './protect-people.ts';
import { targetName } from './target.ts';
import { idsOf } from './ids.fixture.ts';

const account = '111122223333';
const principals = [
  'role/bulkhead/deployer',
  'role/OrganizationAccountAccessRole',
  'role/bulkhead/security-administrator',
  'role/bulkhead/break-glass',
  'role/admin',
  'user/people/anna',
];
const [deployer, first, security, breakGlass, ...others] = principals;
const everybody = [deployer, first, security, breakGlass, ...others];

/** Who is not kept from an action in the identity account. */
const whoMay = (action: string, statements = protectPeople('iam-users')) =>
  principals.filter(
    (principal) =>
      deniedBy(statements, {
        action,
        resource: `arn:aws:iam::${account}:user/people/anna`,
        context: { 'aws:PrincipalArn': `arn:aws:iam::${account}:${principal}` },
      }).length === 0,
  );

test.each([
  ['makes a person', 'iam:CreateUser'],
  ['gives a group', 'iam:AddUserToGroup'],
  ['gives the tag of a group', 'iam:TagUser'],
  ['removes a person', 'iam:DeleteUser'],
  ['writes what a group may do', 'iam:PutGroupPolicy'],
  ['writes what a user may do', 'iam:PutUserPolicy'],
  ['attaches a policy to a user', 'iam:AttachUserPolicy'],
  ['makes a role', 'iam:CreateRole'],
  ['writes whom a role trusts', 'iam:UpdateAssumeRolePolicy'],
  ['lets another identity provider in', 'iam:CreateSAMLProvider'],
])('nobody but automation %s', (_, action) => {
  expect(whoMay(action)).toEqual([deployer, first]);
});

test.each([
  ['makes an entry of the directory', 'identitystore:CreateUser'],
  ['puts somebody into a group', 'identitystore:CreateGroupMembership'],
  ['assigns a permission set', 'sso:CreateAccountAssignment'],
  ['writes what a permission set may do', 'sso:PutInlinePolicyToPermissionSet'],
  ['puts somebody into a group, in the console', 'sso-directory:AddMemberToGroup'],
  ['gives somebody another address, in the console', 'sso-directory:UpdateUser'],
  ['deletes somebody, in the console', 'sso-directory:DeleteUser'],
])('with Identity Center nobody but automation %s', (_, action) => {
  expect(whoMay(action, protectPeople('identity-center'))).toEqual([deployer, first]);
});

test.each(['iam:CreateLoginProfile', 'iam:UpdateLoginProfile', 'iam:DeleteLoginProfile', 'iam:RemoveUserFromGroup'])(
  '%s is for automation, security administrators and break-glass',
  (action) => {
    expect(whoMay(action)).toEqual([deployer, first, security, breakGlass]);
  },
);

test.each(['iam:ChangePassword', 'iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:DeactivateMFADevice'])(
  '%s stays with everybody: it is of their own',
  (action) => {
    expect(whoMay(action)).toEqual(everybody);
  },
);

test.each(['sso-directory:DisableUser', 'sso-directory:UpdatePassword', 'sso-directory:DeleteMfaDeviceForUser'])(
  'with Identity Center %s is for automation, security administrators and break-glass',
  (action) => {
    expect(whoMay(action, protectPeople('identity-center'))).toEqual([deployer, first, security, breakGlass]);
  },
);

test('it holds in the identity account and nowhere else', () => {
  const holding = guardrailsOf(example, idsOf(example)).filter(({ statements }) =>
    statements.some(({ Sid }) => Sid === 'Passwords'),
  );
  expect(holding.map(({ target }) => targetName(target))).toEqual(['example-identity']);
});
