import type { Grant } from '@bulkhead/model';
import type { StatementDocument } from '../policy/policy.ts';
import { type Blocks, allow, ids, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from '../simulate/ask.fixture.ts';
import { root } from '../simulate/cases.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { checkPaths, isDeclared } from './check-paths.ts';
import { platformPaths } from './platform-paths.ts';
import { pathRows, renderExplanations, renderPaths } from './render-paths.ts';

const bucket = `prod-orders-${ids.prod}`;
const objects = `arn:aws:s3:::${bucket}/*`;
const arnOfWeb = `arn:aws:iam::${ids.dev}:role/workload/web`;
const onlyWeb = { Condition: { ArnEquals: { 'aws:PrincipalArn': arnOfWeb } } };
const endsIn2027 = { DateLessThan: { 'aws:CurrentTime': '2027-06-30T00:00:00Z' } };

const grant: Grant = {
  name: 'shop-reads-orders',
  from: { unit: 'shop', phase: 'dev', account: 'dev', role: 'web', rolePath: '/workload/' },
  to: {
    ...{ name: 'orders', unit: 'bi', phase: 'prod', account: 'prod' },
    ...{ kind: 'bucket', data: 'sensitive', region: 'eu-west-1' },
  },
  ...{ what: 'read-data', reason: 'a test', until: undefined },
};

/** A workload of dev. */
const web = (...statements: readonly StatementDocument[]): Blocks => ({
  'aws_iam_role.web': { ...role('web', { Service: 'ec2.amazonaws.com' }), path: '/workload/' },
  'aws_iam_role_policy.web': { role: 'web', name: 'web', policy: policy(...statements) },
});

/** A bucket of prod, and whom it lets in. */
const orders = (...statements: readonly StatementDocument[]): Blocks => ({
  'aws_s3_bucket.orders': { bucket },
  'aws_s3_bucket_policy.orders': { bucket, policy: policy(...statements) },
});

const opens = (
  action: string | readonly string[],
  resource: string,
  more: Partial<StatementDocument> = onlyWeb,
): StatementDocument => ({ ...allow(action, resource), Sid: 'Opens', Principal: root(ids.dev), ...more });

const reads = allow(['s3:GetObject', 's3:ListBucket'], [objects, `arn:aws:s3:::${bucket}`]);
const list = opens('s3:ListBucket', `arn:aws:s3:::${bucket}`);
const made: Stacks = { dev: web(reads), prod: orders(opens('s3:GetObject', objects), list) };

async function check(stacks: Stacks, grants: readonly Grant[] = [grant]) {
  const world = worldOf(stacks);
  const result = await checkPaths(world, grants, simulator(world).ask);
  return { holds: isDeclared(result), text: renderPaths(result), result };
}

test('a grant that the policies make is a declared way, and nothing else crosses', async () => {
  const { holds, text, result } = await check(made);
  expect([holds, text]).toEqual([true, expect.stringMatching(/^\d+ ways between accounts are declared/)]);
  expect(renderExplanations(result)).toContain(
    `grant shop-reads-orders\n  dev/workload/web → prod/${bucket}: s3:ListBucket\n`,
  );
  expect(pathRows(result)).toContainEqual(
    expect.objectContaining({ from: 'dev/workload/web', action: 's3:GetObject', because: 'grant shop-reads-orders' }),
  );
});

test('a way that nobody declared is named with the statement that opens it', async () => {
  const { holds, text } = await check(made, []);
  expect(holds).toBe(false);
  expect(text).toContain('nobody declared what this opens: prod aws_s3_bucket_policy.orders (Opens)\n');
  expect(text).toContain(`  allowed: dev/workload/web s3:GetObject prod/${bucket}/example\n`);
});

test.each<{ change: string; stacks: Stacks; says: string }>([
  {
    change: 'an action more than is granted',
    stacks: { ...made, prod: orders(opens(['s3:GetObject', 's3:PutObject'], objects), list) },
    says: 'dev/workload/web, whatever it is allowed s3:PutObject',
  },
  {
    change: 'every action by a pattern',
    stacks: { ...made, prod: orders(opens('s3:*', objects), list) },
    says: 'dev/workload/web, whatever it is allowed s3:DeleteObject',
  },
  {
    change: 'a whole account instead of one role',
    stacks: { ...made, prod: orders(opens('s3:GetObject', objects, {}), list) },
    says: 'dev/any-administrator s3:GetObject',
  },
  {
    change: 'another role of the same account',
    stacks: {
      ...made,
      prod: orders(
        opens('s3:GetObject', objects, { Condition: { ArnLike: { 'aws:PrincipalArn': `${arnOfWeb.slice(0, -3)}*` } } }),
        list,
      ),
      dev: {
        ...web(reads),
        'aws_iam_role.other': { ...role('other', { Service: 'ec2.amazonaws.com' }), path: '/workload/' },
      },
    },
    says: 'dev/workload/other, whatever it is allowed s3:GetObject',
  },
  {
    change: 'the whole world',
    stacks: { ...made, prod: orders(opens('s3:GetObject', objects, { Principal: '*' }), list) },
    says: 'anonymous s3:GetObject',
  },
  {
    change: 'a service that works for any account',
    stacks: {
      ...made,
      prod: orders(
        opens('s3:GetObject', objects),
        list,
        opens('s3:PutObject', objects, { Principal: { Service: 'sns.amazonaws.com' } }),
      ),
    },
    says: 'sns.amazonaws.com for dev s3:PutObject',
  },
  {
    change: 'a role that trusts another account',
    stacks: {
      ...made,
      prod: { ...orders(opens('s3:GetObject', objects), list), 'aws_iam_role.r': role('r', root(ids.dev)) },
    },
    says: 'dev/any-administrator sts:AssumeRole prod/r',
  },
  {
    change: 'a vault of another unit for backups of this one',
    stacks: {
      dev: {
        ...web(reads),
        'aws_iam_role.backup': { ...role('backup', { Service: 'backup.amazonaws.com' }), path: '/bulkhead/' },
      },
      prod: {
        ...orders(opens('s3:GetObject', objects), list),
        'aws_backup_vault.backup': { name: 'bulkhead' },
        'aws_backup_vault_policy.backup': {
          backup_vault_name: 'bulkhead',
          policy: policy(
            opens('backup:CopyIntoBackupVault', '*', {
              Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ids.dev}:role/bulkhead/backup` } },
            }),
          ),
        },
      },
    },
    says: 'dev/bulkhead/backup, whatever it is allowed backup:CopyIntoBackupVault',
  },
])('nobody declared $change', async ({ stacks, says }) => {
  const { holds, text } = await check(stacks);
  expect([holds, text]).toEqual([false, expect.stringContaining(says)]);
});

test.each<{ grantIs: string; stacks: Stacks; grants: readonly Grant[]; says: string }>([
  {
    grantIs: 'on the side of the store alone',
    stacks: { ...made, dev: web(allow('sqs:SendMessage')) },
    grants: [grant],
    says: `s3:GetObject on prod/${bucket}/example is denied: no policy of the principal allows it`,
  },
  {
    grantIs: 'on the side of the role alone',
    stacks: { ...made, prod: orders() },
    grants: [grant],
    says: `s3:GetObject on prod/${bucket}/example is denied`,
  },
  {
    grantIs: 'of a role that is not there',
    stacks: { prod: made.prod ?? {} },
    grants: [grant],
    says: 'no role web stands in dev',
  },
  {
    grantIs: 'on a store that is not there',
    stacks: { dev: web(reads) },
    grants: [grant],
    says: 'no store orders stands in prod',
  },
  {
    grantIs: 'open after its end',
    stacks: made,
    grants: [{ ...grant, until: '2027-06-30' }],
    says: `s3:GetObject on prod/${bucket}/example is allowed on 2027-06-30, when it is over`,
  },
])('a grant is declared, but it is $grantIs', async ({ stacks, grants, says }) => {
  const { holds, text } = await check(stacks, grants);
  expect([holds, text]).toEqual([false, expect.stringContaining(`grant shop-reads-orders is declared, but ${says}`)]);
});

test('a grant that ends in AWS is a way until its last second', async () => {
  const until2027 = { Condition: { ...onlyWeb.Condition, ...endsIn2027 } };
  const prod = orders(opens('s3:GetObject', objects, until2027), { ...list, ...until2027 });
  expect((await check({ ...made, prod }, [{ ...grant, until: '2027-06-30' }])).holds).toBe(true);
});

/** A key of prod, of which another account may use the one with an alias only. */
const key = (alias: string): Blocks => ({
  ...orders(opens('s3:GetObject', objects), list),
  'aws_kms_key.orders': { policy: policy(opens('kms:Decrypt', '*')) },
  'aws_kms_alias.orders': { name: alias, target_key_id: '${aws_kms_key.orders.key_id}' },
});
const usesKey = allow('kms:Decrypt', '*', {
  Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/store/orders'] } },
});

test.each([
  ['alias/store/orders', true],
  ['alias/store/customers', false],
])('the key of a store is known by its alias: of %s', async (alias, holds) => {
  expect((await check({ dev: web(reads, usesKey), prod: key(alias) })).holds).toBe(holds);
});

test('a secret is known by the name that a grant has, with the six characters that AWS adds', async () => {
  const secret = `arn:aws:secretsmanager:eu-west-1:${ids.prod}:secret:orders-??????`;
  const actions = ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'];
  const prod: Blocks = {
    'aws_secretsmanager_secret.orders': { name: 'orders' },
    'aws_secretsmanager_secret_policy.orders': {
      secret_arn: '${aws_secretsmanager_secret.orders.arn}',
      policy: policy(opens(actions, '*')),
    },
  };
  const ofSecret: Grant = { ...grant, to: { ...grant.to, kind: 'secret' } };
  expect(await check({ dev: web(allow(actions, secret)), prod }, [ofSecret])).toMatchObject({ holds: true });
});

test('the platform says in a sentence of its own why each of its ways is there', () => {
  const said = platformPaths.map(({ sentence }) => sentence);
  expect(new Set(said).size).toBe(said.length);
});
