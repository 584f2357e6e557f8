import {
  AttachPolicyCommand,
  DescribeAccountCommand,
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  DetachPolicyCommand,
  DuplicatePolicyAttachmentException,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  ListTargetsForPolicyCommand,
  OrganizationsClient,
  PolicyNotAttachedException,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
  paginateListPoliciesForTarget,
  paginateListRoots,
  paginateListTagsForResource,
  paginateListTargetsForPolicy,
} from '@aws-sdk/client-organizations';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from './start-local-aws.ts';
import { clientOf, controller, delivery, dev, management, smallWorld } from './world.fixture.ts';

const administrator = `arn:aws:iam::${management}:user/administrator`;
let aws: LocalAws;
const start = async (options?: LocalAwsOptions, members = 0) => {
  const world = smallWorld();
  const more = Array.from({ length: members }, (_, index) => String(300000000000 + index));
  const [, sample] = world.accounts;
  if (sample) world.accounts.push(...more.map((id) => ({ ...sample, id })));
  aws = await startLocalAws(world, options);
};
const client = (arn = administrator) => new OrganizationsClient(clientOf(aws, arn, 'us-east-1'));
const runtime = 'ou-abcd-00000001';
const scp = { Filter: 'SERVICE_CONTROL_POLICY' } as const;
const freeze = { PolicyId: 'p-freeze001', TargetId: dev };
afterEach(() => aws.close());

test.each([
  ['20 at a time', {}, [20, 20, 4]],
  ['20 at a time, with empty pages between', { emptyPages: true }, [0, 20, 0, 20, 0, 4]],
])('accounts are listed %s', async (_, options, sizes) => {
  await start(options, 40);
  const pages: number[] = [];
  const ids = new Set<string>();
  for await (const { Accounts = [] } of paginateListAccounts({ client: client() }, {})) {
    pages.push(Accounts.length);
    for (const { Id = '' } of Accounts) ids.add(Id);
  }
  expect(pages).toEqual(sizes);
  expect(ids.size).toBe(44);
});

test('an account tells its state, its tags and where it hangs', async () => {
  await start();
  const { Account } = await client().send(new DescribeAccountCommand({ AccountId: dev }));
  expect(Account).toMatchObject({
    Name: 'acme-retail-dev',
    State: 'ACTIVE',
    Paths: [`o-exampleorg1/r-abcd/ou-abcd-00000001/${dev}/`],
  });
  const { Tags } = await client().send(new ListTagsForResourceCommand({ ResourceId: dev }));
  expect(Tags).toEqual([{ Key: 'Phase', Value: 'dev' }]);
  const { Parents } = await client().send(new ListParentsCommand({ ChildId: dev }));
  expect(Parents).toEqual([{ Id: 'ou-abcd-00000001', Type: 'ORGANIZATIONAL_UNIT' }]);
});

test('the tree can be walked from the root', async () => {
  await start();
  const { Roots = [] } = await client().send(new ListRootsCommand({}));
  const ParentId = Roots[0]?.Id ?? '';
  const { OrganizationalUnits = [] } = await client().send(new ListOrganizationalUnitsForParentCommand({ ParentId }));
  const { Accounts = [] } = await client().send(
    new ListAccountsForParentCommand({ ParentId: OrganizationalUnits[0]?.Id ?? '' }),
  );
  expect(Accounts.map(({ Name }) => Name)).toEqual(['acme-delivery', 'acme-retail-dev', 'acme-retail-prod']);
});

test('a member may describe the organization but list accounts only where it was let', async () => {
  await start();
  const described = await client(controller).send(new DescribeOrganizationCommand({}));
  expect(described.Organization?.MasterAccountId).toBe(management);
  await client(controller).send(new ListAccountsCommand({}));
  aws.world.resourcePolicy = undefined;
  await expect(client(controller).send(new ListAccountsCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: "You don't have permissions to access this resource.",
  });
  aws.world.delegatedAdministrators.push(delivery);
  await client(controller).send(new ListAccountsCommand({}));
});

test('a policy is attached and detached once, and says so the second time', async () => {
  await start();
  const attached = async () =>
    (
      await client().send(new ListPoliciesForTargetCommand({ TargetId: dev, Filter: 'SERVICE_CONTROL_POLICY' }))
    ).Policies?.map(({ Name }) => Name);
  await client().send(new AttachPolicyCommand(freeze));
  expect(await attached()).toEqual(['FullAWSAccess', 'acme-freeze']);
  const { Targets } = await client().send(new ListTargetsForPolicyCommand({ PolicyId: freeze.PolicyId }));
  expect(Targets).toMatchObject([{ TargetId: dev, Type: 'ACCOUNT', Name: 'acme-retail-dev' }]);
  await expect(client().send(new AttachPolicyCommand(freeze))).rejects.toBeInstanceOf(
    DuplicatePolicyAttachmentException,
  );
  await client().send(new DetachPolicyCommand(freeze));
  expect(await attached()).toEqual(['FullAWSAccess']);
  await expect(client().send(new DetachPolicyCommand(freeze))).rejects.toBeInstanceOf(PolicyNotAttachedException);
});

test('the last policy of a target stays', async () => {
  await start();
  await expect(
    client().send(new DetachPolicyCommand({ PolicyId: 'p-FullAWSAccess', TargetId: dev })),
  ).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  });
  expect(aws.world.attachments).toContainEqual({ policyId: 'p-FullAWSAccess', targetId: dev });
});

test('a policy of a type that the organization has not switched on is not attached', async () => {
  await start();
  aws.world.policyTypes = [];
  await expect(client().send(new AttachPolicyCommand(freeze))).rejects.toMatchObject({
    name: 'PolicyTypeNotEnabledException',
  });
});

/** Pages of every list, however many items it has. */
const lists: readonly (readonly [string, number, () => AsyncIterable<object>])[] = [
  ['roots', 1, () => paginateListRoots({ client: client() }, {})],
  ['accounts', 24, () => paginateListAccounts({ client: client() }, {})],
  ['accounts of a parent', 23, () => paginateListAccountsForParent({ client: client() }, { ParentId: runtime })],
  ['units', 1, () => paginateListOrganizationalUnitsForParent({ client: client() }, { ParentId: 'r-abcd' })],
  ['tags', 1, () => paginateListTagsForResource({ client: client() }, { ResourceId: dev })],
  ['policies', 2, () => paginateListPolicies({ client: client() }, { ...scp })],
  ['policies of a target', 1, () => paginateListPoliciesForTarget({ client: client() }, { TargetId: dev, ...scp })],
  ['targets of a policy', 1, () => paginateListTargetsForPolicy({ client: client() }, { PolicyId: 'p-FullAWSAccess' })],
];

test.each(lists)('an empty page may come before those with %s, and every item comes once', async (_, count, pages) => {
  await start({ emptyPages: true }, 20);
  const ids: string[][] = [];
  for await (const page of pages())
    ids.push(
      Object.values(page)
        .filter(Array.isArray)
        .flat()
        .map((each) => JSON.stringify(each)),
    );
  expect(ids[0]).toEqual([]);
  expect(new Set(ids.flat()).size).toBe(count);
  expect(ids.flat()).toHaveLength(count);
});

test('the tenth policy is the last that a target takes', async () => {
  await start();
  const [, policy] = aws.world.policies;
  for (let index = 0; policy && index < 9; index += 1) {
    aws.world.policies.push({ ...policy, id: `p-filler0${index}` });
    aws.world.attachments.push({ policyId: `p-filler0${index}`, targetId: dev });
  }
  await expect(client().send(new AttachPolicyCommand(freeze))).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  });
});

test.each([
  ['a policy', 'PolicyNotFoundException', () => new DescribePolicyCommand({ PolicyId: 'p-nowhere1' })],
  ['a target', 'TargetNotFoundException', () => new AttachPolicyCommand({ ...freeze, TargetId: '999999999999' })],
] as const)('%s that does not exist is refused as %s', async (_, name, command) => {
  await start();
  await expect(client().send(command() as DescribePolicyCommand)).rejects.toMatchObject({ name });
});
