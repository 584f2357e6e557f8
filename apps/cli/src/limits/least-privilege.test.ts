import { type PolicyDocument, type PolicyStatement, type World, roleArn } from '@bulkhead/local-aws';
import {
  controllerActions,
  deliveryControllerActions,
  inventoryReaderActions,
  platformPath,
  platformRoleArn,
  spendReaderActions,
} from '@bulkhead/model';
import {
  accountId,
  acmeWorld,
  delivery,
  everyQuestion,
  home,
  management,
  sharedServices,
  startAcme,
} from './acme-world.fixture.ts';

const controller = platformRoleArn(delivery, 'controller');
/** Roles of which one stands for all: those of the other runtime accounts have the same policies. */
const roles = [
  controller,
  platformRoleArn(home.accountId, 'controller'),
  platformRoleArn(management, 'spend-reader'),
  platformRoleArn(sharedServices, 'inventory-reader'),
];
// AWS calls it with the rights of whoever makes the first request of an account; the machine here doesn't.
const calledByAws = 'iam:CreateServiceLinkedRole';

/** Asks everything, and returns why questions were not answered, by what asked. */
async function failuresIn(world: World, { caller = controller, places = [home] } = {}) {
  const acme = await startAcme(world, caller);
  try {
    const questions = everyQuestion(acme.session, places);
    const outcomes = await Promise.allSettled(questions.map(([, ask]) => ask()));
    const failures = outcomes.flatMap((outcome, index): readonly (readonly [string, string])[] =>
      outcome.status === 'rejected' ? [[questions[index]?.[0] ?? '', (outcome.reason as Error).message]] : [],
    );
    return { failures, calls: acme.aws.calls.counts() };
  } finally {
    await acme.close();
  }
}

const listOf = <Item>(value: Item | readonly Item[] | undefined): readonly Item[] =>
  value === undefined ? [] : ([value].flat() as readonly Item[]);

/** The policy without one action in the statement of that name. */
const without = (policy: PolicyDocument, sid: string, action: string): PolicyDocument => ({
  ...policy,
  Statement: listOf(policy.Statement).map((statement: PolicyStatement) =>
    statement.Sid === sid
      ? { ...statement, Action: listOf(statement.Action).filter((each) => each !== action) }
      : statement,
  ),
});

const actionsOf = (policies: readonly PolicyDocument[]) =>
  policies
    .flatMap(({ Statement }) => listOf<PolicyStatement>(Statement))
    .flatMap(({ Sid = '', Action }) => listOf(Action).map((action) => [Sid, action] as const));

const ann = `arn:aws:iam::${accountId('acme-identity')}:user/people/ann`;

const permissionsOf = (world: World, arn: string) =>
  world.roles.find((role) => roleArn(role) === arn)?.permissions ?? [];

const grants = roles.flatMap((role) =>
  actionsOf(permissionsOf(acmeWorld(), role)).map(([sid, action]) => ({ role, sid, action })),
);

test('each role in the Terraform has the actions of its lists, and no others', () => {
  const granted = (role: string) => [
    ...new Set(grants.filter((each) => each.role === role).map(({ action }) => action)),
  ];
  expect(roles.map((role) => granted(role).sort())).toEqual(
    [deliveryControllerActions, { ...controllerActions, calledByAws }, spendReaderActions, inventoryReaderActions].map(
      (lists) => Object.values<string | readonly string[]>(lists).flat().sort(),
    ),
  );
});

test('the controller has the same policies in every runtime account', () => {
  const world = acmeWorld();
  const inAccounts = world.roles.filter(({ name, accountId: id }) => name === 'controller' && id !== delivery);
  expect(inAccounts).toHaveLength(9);
  for (const { permissions } of inAccounts) expect(permissions).toEqual(permissionsOf(world, roles[1] ?? ''));
});

test('with these policies every question is answered, in every Region of every runtime account', async () => {
  const world = acmeWorld();
  const runtime = world.accounts.filter(({ id, tags }) => id !== management && tags['BusinessUnit'] !== 'enterprise');
  const places = runtime
    .filter(({ tags }) => tags['Phase'] !== 'delivery')
    .flatMap(({ id, regions }) => regions.map((region) => ({ accountId: id, region })));
  expect(places).toHaveLength(12);
  const { failures, calls } = await failuresIn(world, { places });
  expect(failures).toEqual([]);
  expect(calls['servicequotas:RequestServiceQuotaIncrease']).toBe(places.length);
});

test.each(grants.filter(({ action }) => action !== calledByAws))(
  '$role without $action ($sid) is named with it, and what needs it is all that fails',
  async ({ role, sid, action }) => {
    const world = acmeWorld();
    for (const each of world.roles.filter((one) => roleArn(one) === role)) {
      each.permissions = each.permissions.map((policy) => without(policy, sid, action));
    }
    const { failures } = await failuresIn(world);
    expect(failures.length).toBeGreaterThan(0);
    // AWS names the session of a role, whose ARN has no path, where it assumes another one
    const named = action === 'sts:AssumeRole' ? `arn:aws:sts::${delivery}:assumed-role/controller/local` : role;
    for (const [, message] of failures) expect(message).toContain(`${named} may not call ${action} `);
  },
);

test.each(deliveryControllerActions.readOrganization)(
  'where the organization does not delegate %s, the controller is named with it',
  async (action) => {
    const world = acmeWorld();
    if (world.resourcePolicy) world.resourcePolicy = without(world.resourcePolicy, 'ReadOrganization', action);
    const { failures } = await failuresIn(world);
    expect(failures.map(([question]) => question)).toEqual(['accounts']);
    expect(failures[0]?.[1]).toContain(`${controller} may not call ${action} `);
  },
);

test.each([
  ['a pipeline', `arn:aws:iam::${delivery}:role${platformPath}apply-acme-platform-prod`],
  ['the deployer of delivery', platformRoleArn(delivery, 'deployer')],
  ['the deployer of management', platformRoleArn(management, 'organization-deployer')],
  ['the controller of an account', platformRoleArn(home.accountId, 'controller')],
  ['an administrator of delivery', `arn:aws:iam::${delivery}:user/admin`],
  ['an engineer without a second factor', ann],
])('%s does not become the controller', async (_, caller) => {
  const { failures, calls } = await failuresIn(acmeWorld(), { caller });
  expect(Object.keys(calls).sort()).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
  expect(failures).toHaveLength(9);
  for (const [, message] of failures)
    expect(message).toMatch(/ may not call sts:AssumeRole on \S+:role\/bulkhead\/controller: /);
});

// The machine knows neither second factors nor tags of users: they are set aside, to see that nothing else is in the way.
test('a person of the identity account becomes the controller, and everything is answered', async () => {
  const world = acmeWorld();
  const role = world.roles.find((each) => roleArn(each) === controller);
  const asked: string[] = [];
  const byNameOnly = ({ Condition: { ArnLike, ...rest } = {}, ...statement }: PolicyStatement) => {
    asked.push(...Object.values(rest).flatMap((operator) => Object.keys(operator)));
    return { ...statement, Condition: { ...(ArnLike && { ArnLike }) } };
  };
  if (role) role.trust = { ...role.trust, Statement: listOf<PolicyStatement>(role.trust.Statement).map(byNameOnly) };
  expect(asked.sort()).toEqual([
    'aws:MultiFactorAuthAge',
    'aws:MultiFactorAuthPresent',
    'aws:PrincipalTag/group-platform-engineers',
  ]);
  expect((await failuresIn(world, { caller: ann })).failures).toEqual([]);
  const elsewhere = await failuresIn(world, { caller: ann.replace('/people/', '/robots/') });
  expect(elsewhere.failures).toHaveLength(9);
});
