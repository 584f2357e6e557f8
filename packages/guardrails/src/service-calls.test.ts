import { type Account, accountsOf, parseOrganization } from '@bulkhead/model';
import { type Call, deniedBy } from './decide.fixture.ts';
import { idsOf } from './ids.fixture.ts';
import { organizationId, principalLines, resourceLines } from './line.fixture.ts';
import { example, exampleDefinition } from './organization.fixture.ts';

const idOf = ({ name }: Account) => idsOf(example).accountIds.get(name) ?? '';
const account = (name: string) => {
  const found = accountsOf(example).find((each) => each.name === `example-${name}`);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const managementId = idsOf(example).managementAccountId;

/** A role or user of an account of the organization. */
const principal = (id: string, arn: string) => ({
  'aws:PrincipalArn': `arn:aws:iam::${id}:${arn}`,
  'aws:PrincipalAccount': id,
  'aws:PrincipalOrgID': organizationId,
  'aws:PrincipalIsAWSService': 'false',
  'aws:RequestedRegion': 'eu-west-1',
});
/** A service of AWS that says for which account of the organization it works. */
const serviceFor = (id: string) => ({
  'aws:PrincipalIsAWSService': 'true',
  'aws:SourceAccount': id,
  'aws:SourceOrgID': organizationId,
});

/** Who denies it, of those over the caller and of those over the resource. A caller in management has none over it. */
function denied(asked: Call, caller: Account | undefined, owner: Account, organization = example): readonly string[] {
  const context = { ...asked.context, 'aws:ResourceAccount': idOf(owner), 'aws:ResourceOrgID': organizationId };
  const call = { ...asked, context };
  const over = caller && principalLines(organization)(caller);
  const guards = resourceLines(organization)(owner);
  return [
    ...deniedBy([...(over?.inherited ?? []), ...(over?.own ?? [])], call),
    ...deniedBy([...guards.inherited, ...guards.own], call),
  ];
}

const archive = 'arn:aws:s3:::example-shared-services-archive-000000000001/x';
const shared = account('shared-services');

test.each<readonly [what: string, action: string, context: NonNullable<Call['context']>, caller: Account | undefined]>([
  ['the trail is delivered', 's3:PutObject', serviceFor(managementId), undefined],
  ['the trail is encrypted', 'kms:GenerateDataKey', serviceFor(managementId), undefined],
  ["every account's flow logs are delivered", 's3:PutObject', serviceFor(idOf(account('lab-dev'))), undefined],
  ['access logs are delivered', 's3:PutObject', serviceFor(idOf(shared)), undefined],
  [
    'AWS Config delivers for an account',
    's3:PutObject',
    principal(idOf(account('shop-prod')), 'role/bulkhead/config-recorder'),
    account('shop-prod'),
  ],
  ['Firehose writes logs', 's3:PutObject', principal(idOf(shared), 'role/bulkhead/archive-writer'), shared],
  ['Firehose encrypts them', 'kms:GenerateDataKey', principal(idOf(shared), 'role/bulkhead/archive-writer'), shared],
  [
    'billing data is replicated',
    's3:ReplicateObject',
    principal(managementId, 'role/bulkhead/billing-replicator'),
    undefined,
  ],
  ['an auditor reads', 's3:GetObject', principal(idOf(shared), 'role/bulkhead/auditor'), shared],
  ['another account decrypts', 'kms:Decrypt', principal(idOf(account('shop-dev')), 'role/app'), account('shop-dev')],
])('%s', (_, action, context, caller) => {
  expect(denied({ action, resource: archive, context }, caller, shared)).toEqual([]);
});

test("the organization's own service that works for a stranger delivers nothing", () => {
  const context = { ...serviceFor('555500000001'), 'aws:SourceOrgID': 'o-somebodyels' };
  expect(denied({ action: 's3:PutObject', resource: archive, context }, undefined, shared)).toEqual(['Deputy']);
});

const everywhere = accountsOf(example).map((each) => [each.name, each] as const);

test.each(everywhere)('a pipeline, the controller, a person and a service become roles in %s', (_, owner) => {
  const delivery = account('delivery');
  const identity = account('identity');
  const assume = (role: string, context: NonNullable<Call['context']>): Call => ({
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${idOf(owner)}:role/bulkhead/${role}`,
    context,
  });
  const apply = principal(idOf(delivery), 'role/bulkhead/apply-example-platform-prod');
  const person = principal(idOf(identity), 'user/people/anna.keller');
  expect(denied(assume('deployer', apply), delivery, owner)).toEqual([]);
  expect(denied(assume('controller', principal(idOf(delivery), 'role/bulkhead/controller')), delivery, owner)).toEqual(
    [],
  );
  expect(denied(assume('observer', person), identity, owner)).toEqual([]);
  expect(
    denied(assume('deployer', principal(managementId, 'role/bulkhead/organization-deployer')), undefined, owner),
  ).toEqual([]);
  // EC2, Lambda or Config takes the role that it runs with
  expect(denied(assume('config-recorder', { 'aws:PrincipalIsAWSService': 'true' }), undefined, owner)).toEqual([]);
});

test.each(['apply', 'plan'] as const)('jobs of every pipeline sign in to %s', (kind) => {
  const found = example.pipelines.flatMap(({ deliveryAccount, host, environments }) =>
    environments.flatMap(({ subjects }) => {
      const owner = accountsOf(example).find(({ name }) => name === deliveryAccount);
      const context =
        host === 'github'
          ? {
              'token.actions.githubusercontent.com:sub': subjects[kind],
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            }
          : { 'gitlab.com:sub': subjects[kind], 'gitlab.com:aud': 'https://gitlab.com' };
      return owner ? denied({ action: 'sts:AssumeRoleWithWebIdentity', context }, undefined, owner) : ['no account'];
    }),
  );
  expect(example.pipelines.length).toBeGreaterThan(1);
  expect(found).toEqual([]);
});

test.each(everywhere)('security automation works in %s as root for a task, and nobody else does', (name, owner) => {
  const asRoot = (action: string, more = {}): Call => ({
    action,
    resource: 'arn:aws:s3:::example-bucket',
    context: { ...principal(idOf(owner), 'root'), 'aws:RequestedRegion': owner.regions[0], ...more },
  });
  const task = name.endsWith('-identity') ? 'iam:DeleteLoginProfile' : 's3:DeleteBucketPolicy';
  expect(denied(asRoot(task, { 'aws:AssumedRoot': 'true' }), owner, owner)).toEqual([]);
  expect(denied(asRoot(task), owner, owner)).toContain('Root');
});

test('with Identity Center people sign in to its roles in every account', () => {
  const { enterprise } = exampleDefinition;
  const center = parseOrganization({
    ...exampleDefinition,
    enterprise: { ...enterprise, identity: { signIn: 'identity-center' } },
  });
  const call: Call = {
    action: 'sts:AssumeRoleWithSAML',
    resource: 'arn:aws:iam::1:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_appeng-dev_1',
  };
  expect(accountsOf(center).flatMap((owner) => denied(call, undefined, owner, center))).toEqual([]);
});

// Service-linked roles, those of Auto Scaling and Identity Center among them, are bound by no policy of either type:
// there is nothing to decide. Source: AWS Organizations User Guide, SCPs and RCPs, what they don't restrict.
