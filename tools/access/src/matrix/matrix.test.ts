import { type Blocks, allow, attached, ids, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from '../simulate/ask.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { compareMatrices } from './compare-matrices.ts';
import { renderChanges } from './render-changes.ts';
import { matrixOf } from './matrix.ts';
import { renderMatrixHtml } from './render-matrix-html.ts';
import { renderMatrixMarkdown } from './render-matrix-markdown.ts';

const reader = (action: string, more = {}): Blocks => ({
  'aws_iam_role.reader': role('reader', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.reader': { role: 'reader', name: 'reads', policy: policy(allow(action, '*', more)) },
});
const orders: Blocks = {
  'aws_s3_bucket.orders': { bucket: 'orders' },
  'aws_s3_bucket_policy.orders': {
    bucket: 'orders',
    policy: policy(
      allow('s3:GetObject', 'arn:aws:s3:::orders/*', { Principal: { AWS: `arn:aws:iam::${ids.dev}:root` } }),
    ),
  },
};

const matrix = (stacks: Stacks) => {
  const world = worldOf(stacks);
  // the row of one role is enough to look at
  const principals = world.principals.filter(({ name }) => name === 'dev/reader');
  return matrixOf({ ...world, principals }, simulator(world).ask);
};

const rowOf = async (stacks: Stacks, principal: string, account = 'dev') =>
  Object.fromEntries(
    (await matrix(stacks))
      .filter((cell) => cell.principal === principal && cell.account === account)
      .map(({ actionClass, decision }) => [actionClass, decision]),
  );

test('a cell says whether somebody may do all of a class, some, some under conditions, or nothing', async () => {
  expect(await rowOf({ dev: reader('s3:*') }, 'dev/reader')).toMatchObject({ 'read-data': 'some', network: 'no' });
  expect(await rowOf({ dev: reader('ec2:*') }, 'dev/reader')).toMatchObject({ network: 'some', iam: 'no' });
  expect(await rowOf({ dev: reader('*') }, 'dev/reader')).toMatchObject({ network: 'all', iam: 'all' });
  const condition = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  expect(await rowOf({ dev: reader('s3:*', condition) }, 'dev/reader')).toMatchObject({ 'read-data': 'if' });
});

test('somebody has a row in another account only where they can do something there', async () => {
  const stacks = { dev: reader('s3:*'), prod: orders };
  expect(await rowOf(stacks, 'dev/reader', 'prod')).toMatchObject({ 'read-data': 'some', 'write-data': 'no' });
  expect(await rowOf({ dev: reader('sqs:*'), prod: orders }, 'dev/reader', 'prod')).toEqual({});
});

test('every cell names the statements that decided it', async () => {
  const wall = attached(
    'walls',
    'SERVICE_CONTROL_POLICY',
    policy({ Sid: 'NoVpc', Effect: 'Deny', NotAction: 's3:*', Resource: '*' }),
    'r-small',
  );
  const cells = await matrix({ organization: wall, dev: reader('*') });
  const because = (actionClass: string) =>
    cells.find((cell) => cell.principal === 'dev/reader' && cell.actionClass === actionClass)?.because;
  expect(because('network')).toEqual(['organization aws_organizations_policy.walls (NoVpc)']);
  expect(because('read-data')).toContain('dev aws_iam_role_policy.reader (Allow)');
});

test('a cell with some says what denies the rest', async () => {
  const wall = attached(
    'walls',
    'SERVICE_CONTROL_POLICY',
    policy({ ...allow('ec2:CreateVpc'), Sid: 'NoVpc', Effect: 'Deny' }),
    'r-small',
  );
  const cells = await matrix({ organization: wall, dev: reader('*') });
  expect(cells.find((cell) => cell.principal === 'dev/reader' && cell.actionClass === 'network')).toMatchObject({
    decision: 'some',
    because: [
      'dev aws_iam_role_policy.reader (Allow)',
      'denies some: organization aws_organizations_policy.walls (NoVpc)',
    ],
  });
});

test('the difference of two matrices is what somebody can do now and could not, and the other way round', async () => {
  const [before, after] = [
    await matrix({ dev: reader('s3:GetObject') }),
    await matrix({ dev: reader('s3:PutObject') }),
  ];
  const changes = compareMatrices(before, after);
  expect(changes.map(({ actionClass, gained, lost }) => [actionClass, gained, lost])).toEqual([
    ['read-data', [], ['s3:GetObject dev/any-object']],
    ['write-data', ['s3:PutObject dev/any-object'], []],
  ]);
  expect(renderChanges(changes)).toContain(
    '| dev/reader | dev | write-data | no → some | + s3:PutObject dev/any-object | dev aws_iam_role_policy.reader (Allow) |',
  );
});

test('the same answers by other statements are no difference', async () => {
  const renamed = (sid: string) => reader('s3:GetObject', { Sid: sid });
  const changes = compareMatrices(await matrix({ dev: renamed('A') }), await matrix({ dev: renamed('B') }));
  expect(changes).toEqual([]);
  expect(renderChanges(changes)).toMatch(/^Nobody can do anything/);
});

test('the documents have a row for each principal of an account and what its cells point to', async () => {
  const cells = await matrix({ dev: reader('s3:GetObject') });
  const markdown = renderMatrixMarkdown(cells, 'small');
  expect(markdown).toMatch(/^# small\n/);
  expect(markdown).toMatch(/\| dev\/reader \|.* some <sup>\d+<\/sup> \|/);
  expect(markdown).toMatch(/\d+\. dev aws_iam_role_policy\.reader \(Allow\)/);
  const html = renderMatrixHtml(cells, [{ who: 'a<b', hops: 1, becomes: ['c'] }], 'small & large');
  expect(html).toContain('<title>small &amp; large</title>');
  expect(html).toContain('a&lt;b');
  expect(html).not.toContain('a<b');
});
