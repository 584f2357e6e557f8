import { type OrganizationDefinition, accountsOf, localRoleNames, parseOrganization, reachesOf } from '@bulkhead/model';
import { cellsOf, rolesOf, sessionsOf, usersOf } from './cells.fixture.ts';
import { acme } from './organization.ts';
import { acmeLock, synthesize } from './synthesized.fixture.ts';

const centerRegion = 'eu-west-1';
const centerLock = {
  ...acmeLock,
  identityCenter: {
    instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
    identityStoreId: 'd-0000000001',
    region: centerRegion,
  },
};
const withCenter: OrganizationDefinition = {
  ...acme,
  enterprise: { ...acme.enterprise, identity: { ...acme.enterprise.identity, signIn: 'identity-center' } },
};

const usersMode = synthesize();
const centerMode = synthesize(centerLock, withCenter);
const roles = { users: rolesOf(usersMode, acmeLock), center: rolesOf(centerMode, centerLock) };
const users = usersOf(usersMode, acmeLock);
const people = users.filter(({ arn }) => arn.includes(':user/people/'));
const sessions = sessionsOf(centerMode, centerRegion);
const organization = parseOrganization(acme);

/** What the model gives people. */
const fromModel = organization.people
  .flatMap(({ user }) => reachesOf(organization, user).map(({ account, role }) => ({ user, account, role })))
  .map(({ user, account, role }) => `${user} becomes ${role} in ${account}`)
  .sort();

test('where people are IAM users, Terraform gives them what the model says, and nothing else', () => {
  expect(fromModel.length).toBeGreaterThan(30);
  expect(cellsOf(people, roles.users)).toEqual(fromModel);
});

test('the same model gives the same people the same roles where they come from Identity Center', () => {
  expect(cellsOf(sessions, roles.center)).toEqual(fromModel);
});

test('it does so too in us-east-1, whose name is not in the paths of permission sets', () => {
  expect(cellsOf(sessionsOf(centerMode, 'us-east-1'), roles.center)).toEqual(fromModel);
});

test('a role may do the same, whatever people sign in with', () => {
  const policies = (stacks: typeof usersMode, account: string) =>
    Object.entries(stacks[account]?.resources ?? {}).filter(([address]) =>
      localRoleNames.some((role) => address.startsWith(`aws_iam_role_policy.${role}_`)),
    );
  for (const { name, kind } of accountsOf(organization)) {
    if (kind === 'runtime') expect(policies(usersMode, name).length).toBeGreaterThan(0);
    expect(policies(usersMode, name)).toEqual(policies(centerMode, name));
  }
});

test("retail's application engineers become appeng in retail's accounts with harmless data, and in no others", () => {
  const engineers = cellsOf(people, roles.users).filter((cell) => cell.includes(' becomes appeng '));
  expect(engineers.filter((cell) => /^(anna|sofia)/.test(cell))).toEqual([
    'anna.keller becomes appeng in acme-retail-dev',
    'sofia.rossi becomes appeng in acme-retail-dev',
  ]);
});

test('the tag of a group without its policy lets nobody in, nor does its policy without the tag', () => {
  for (const without of [{ policies: [] }, { tags: {} }]) {
    const weaker = people.map((each) => ({ ...each, ...without }));
    expect(cellsOf(weaker, roles.users)).toEqual([]);
  }
});

test('a set that is assigned in one account opens no other one', () => {
  const elsewhere = roles.center.filter(({ arn }) => !sessions.some(({ accountId }) => arn.includes(accountId)));
  expect(cellsOf(sessions, elsewhere)).toEqual([]);
  for (const session of sessions) {
    const opened = roles.center.filter(({ arn }) => !arn.includes(session.accountId));
    expect(cellsOf([session], opened)).toEqual([]);
  }
});

test('a sealed user becomes break-glass in every account, whatever the others sign in with, and nothing else', () => {
  const all = accountsOf(organization)
    .flatMap(({ name }) => [1, 2].map((number) => `break-glass-${number} becomes break-glass in ${name}`))
    .sort();
  const sealed = (principals: typeof users) => principals.filter(({ user }) => user.startsWith('break-glass'));
  expect(cellsOf(sealed(users), roles.users)).toEqual(all);
  expect(cellsOf(sealed(usersOf(centerMode, centerLock)), roles.center)).toEqual(all);
});
