import type { StatementDocument } from '../policy/policy.ts';
import type { AccessPromise } from '../promises/promise.ts';
import { type Blocks, allow, attached, ids, policy, role } from '../small-organization.fixture.ts';
import { worldOf } from '../simulate/ask.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { baselineOf } from './baseline.ts';
import { mutantsOf } from './mutants-of.ts';
import { judgeMutants } from './judge-mutants.ts';
import { renderMutants } from './render-mutants.ts';
import { runMutants } from './run-mutants.ts';

const deny = (Sid: string, document: StatementDocument): StatementDocument => ({ ...document, Sid, Effect: 'Deny' });
const exceptDeployer = { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deployer' } } };

const organization = attached(
  'walls',
  'SERVICE_CONTROL_POLICY',
  policy(
    deny('NoQueues', allow('sqs:*')),
    deny('Twice', allow('sqs:CreateQueue')),
    deny('Trails', allow('cloudtrail:*', '*', exceptDeployer)),
  ),
  'r-small',
);

const dev: Blocks = {
  'aws_iam_role.deployer': role(
    'deployer',
    { AWS: `arn:aws:iam::${ids.prod}:root` },
    {
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/pipeline' } },
    },
  ),
  'aws_iam_role_policy.deployer': { role: 'deployer', name: 'all', policy: policy({ ...allow('*'), Sid: 'All' }) },
  'aws_iam_role.reader': role('reader', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.reader': {
    role: 'reader',
    name: 'reads',
    policy: policy({ ...allow('dynamodb:GetItem', `arn:aws:dynamodb:*:${ids.dev}:table/mine`), Sid: 'Reads' }),
  },
};

const own = (kind: string) => ({ kinds: [kind], where: 'own account', in: { Phase: 'dev' } }) as const;
const administrators = { kinds: ['any-administrator'] } as const;
const promises: readonly AccessPromise[] = [
  {
    sentence: 'no queues are emptied',
    of: 'walls',
    who: administrators,
    does: { actions: ['sqs:PurgeQueue'] },
    to: own('queue'),
    expected: 'denied',
  },
  {
    sentence: 'no queues are made',
    of: 'walls',
    who: administrators,
    does: { actions: ['sqs:CreateQueue'] },
    to: own('queue'),
    expected: 'denied',
  },
  {
    sentence: 'trails go on',
    of: 'walls',
    who: administrators,
    does: { actions: ['cloudtrail:StopLogging'] },
    to: own('trail'),
    expected: 'denied',
  },
  {
    sentence: 'deployers set up trails',
    of: 'walls',
    who: { kinds: ['role'], names: 'deployer' },
    does: { actions: ['cloudtrail:StopLogging'] },
    to: own('trail'),
    expected: 'allowed',
  },
  {
    sentence: 'readers read theirs',
    of: 'walls',
    who: { kinds: ['role'], names: 'reader' },
    does: { actions: ['dynamodb:GetItem'] },
    to: own('table'),
    expected: 'denied',
  },
  {
    sentence: 'prod touches nothing in dev',
    of: 'walls',
    who: { ...administrators, in: { Phase: 'prod' } },
    does: 'network',
    to: { in: { Phase: 'dev' } },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'broken today',
    of: 'walls',
    who: administrators,
    does: { actions: ['ec2:CreateVpc'] },
    to: own('vpc'),
    expected: 'denied',
  },
];

async function fell(some: readonly AccessPromise[] = promises) {
  const world = worldOf({ organization, dev });
  const asking = simulator(world);
  const baseline = await baselineOf(world, some, asking);
  const results = await runMutants(mutantsOf(world), baseline, asking);
  return { results, baseline };
}

const summary = async (some?: readonly AccessPromise[]) =>
  Object.fromEntries(
    (await fell(some)).results.map(({ mutant, killedBy }) => [
      `${mutant.statement.origin.sid} ${mutant.change}`,
      killedBy.map(({ sentence }) => sentence),
    ]),
  );

test('a mutant falls where a promise notices it, by a change of policy or of who becomes whom', async () => {
  expect(await summary()).toEqual({
    'NoQueues drop': ['no queues are emptied'],
    // the one beside it denies the same
    'Twice drop': [],
    'Trails drop': ['trails go on'],
    'Trails drop condition ArnNotLike aws:PrincipalArn': ['deployers set up trails'],
    'Reads widen Resource': ['readers read theirs'],
    'Trust drop condition ArnLike aws:PrincipalArn': ['prod touches nothing in dev'],
  });
});

test('without the promise its mutants live', async () => {
  const without = promises.filter(({ sentence }) => sentence !== 'trails go on');
  expect((await summary(without))['Trails drop']).toEqual([]);
});

test('a promise that is broken already tells no mutant', async () => {
  const { baseline } = await fell();
  expect(baseline.promises.map(({ sentence }) => sentence)).not.toContain('broken today');
});

test('who lives is listed with where it stands, and promises that no mutant needs', async () => {
  const { results, baseline } = await fell();
  expect(renderMutants(judgeMutants(results, baseline.promises, [])).split('\n')).toEqual([
    '5 of 6 mutants fell (83.3%)',
    'lives, and should not: organization aws_organizations_policy.walls (Twice): drop',
    'never the only one to notice, and does not say why it stays: no queues are made',
    '',
  ]);
});
