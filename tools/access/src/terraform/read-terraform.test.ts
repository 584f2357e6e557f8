import { type Blocks, ids, lock, policy, role, smallOrganization, stackText } from '../small-organization.fixture.ts';
import { parseTerraform } from './read-terraform.ts';
import { UnreadableTerraformError } from './unreadable-terraform-error.ts';

const read = (dev: Blocks, withLock: unknown = lock) => parseTerraform(smallOrganization({ dev }), withLock);

const problemsOf = (dev: Blocks): readonly string[] => {
  try {
    read(dev);
  } catch (error) {
    if (error instanceof UnreadableTerraformError) return error.problems;
    throw error;
  }
  return [];
};

/** A policy on a bucket, whose text has the given resource. */
const bucketWith = (resource: string): Blocks => ({
  'aws_s3_bucket.archive': { bucket: 'archive' },
  'aws_kms_key.made': {},
  'aws_s3_bucket_policy.archive': {
    bucket: '${aws_s3_bucket.archive.bucket}',
    policy: policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: resource }),
  },
});

const resourceRead = (blocks: Blocks, withLock?: unknown) =>
  read(blocks, withLock)
    .findings.flatMap((each) => (each.found === 'resource-policy' ? each.policy.statements : []))
    .map(({ document }) => document.Resource);

test.each([
  ['what follows from arguments', '${aws_s3_bucket.archive.arn}/*', 'arn:aws:s3:::archive/*'],
  ['several in one text', '${aws_s3_bucket.archive.id}-${aws_s3_bucket.archive.bucket}', 'archive-archive'],
  [
    'a variable of the policy itself, which Terraform escapes',
    'arn:aws:s3:::archive/$${aws:username}',
    'arn:aws:s3:::archive/${aws:username}',
  ],
  ['plain text', 'arn:aws:s3:::archive', 'arn:aws:s3:::archive'],
])('a reference in a policy becomes what it stands for: %s', (_, written, meant) => {
  expect(resourceRead(bucketWith(written))).toEqual([meant]);
});

test("an id that AWS chose is the one that the stack's own output has in the lock", () => {
  const arn = 'arn:aws:kms:eu-west-1:100000000001:key/chosen-by-aws';
  const texts = {
    ...smallOrganization(),
    dev: stackText(ids.dev, bucketWith('${aws_kms_key.made.arn}'), { keys: { home: '${aws_kms_key.made.arn}' } }),
  };
  const { findings } = parseTerraform(texts, { ...lock, keys: { home: arn } });
  expect(findings).toContainEqual(expect.objectContaining({ found: 'resource', kind: 'key', arn }));
  expect(findings).toContainEqual(
    expect.objectContaining({
      policy: expect.objectContaining({
        statements: [expect.objectContaining({ document: expect.objectContaining({ Resource: arn }) })],
      }),
    }),
  );
});

test.each<{ title: string; blocks: Blocks; problem: string }>([
  {
    title: 'a reference whose value nobody knows',
    blocks: bucketWith('${aws_s3_bucket.archive.hosted_zone_id}'),
    problem:
      'dev aws_s3_bucket_policy.archive: policy: it refers to ${aws_s3_bucket.archive.hosted_zone_id}, whose value is not known before it is deployed',
  },
  {
    title: 'an expression',
    blocks: bucketWith('${join("/", ["a"])}'),
    problem: 'whose value is not known',
  },
  {
    title: 'a reference to itself',
    blocks: { 'aws_s3_bucket.a': { bucket: '${aws_s3_bucket.a.bucket}' } },
    problem: 'dev aws_s3_bucket.a: it refers to ${aws_s3_bucket.a.bucket}',
  },
  {
    title: 'a type that no rule is about',
    blocks: { 'aws_quantum_gate.x': {} },
    problem:
      'dev aws_quantum_gate.x: no rule says whether this type holds a policy, add it to the table of resource types',
  },
  {
    title: 'a type that grants in a way that is not simulated',
    blocks: { 'aws_kms_grant.x': {} },
    problem: 'dev aws_kms_grant.x: this type is not modelled: it grants the use of a key beside its policy',
  },
  {
    title: 'a policy that is no policy',
    blocks: {
      'aws_iam_role.x': { name: 'x', assume_role_policy: policy({ Effect: 'Allow', Action: 'sts:AssumeRole' }) },
    },
    problem: 'dev aws_iam_role.x: assume_role_policy: it is no trust policy',
  },
  {
    title: 'a policy that is no JSON',
    blocks: { 'aws_iam_policy.x': { name: 'x', policy: '{' } },
    problem: 'dev aws_iam_policy.x: policy: it is no JSON',
  },
  {
    title: 'repetition that only Terraform knows the number of',
    blocks: { 'aws_iam_role.x': { ...role('x', '*'), count: 2 } },
    problem: 'dev aws_iam_role.x: count and for_each are not read',
  },
])('nothing is guessed: $title stops the proof by name', ({ blocks, problem }) => {
  expect(problemsOf(blocks)).toEqual([expect.stringContaining(problem)]);
});

test('all that is wrong is said at once', () => {
  expect(problemsOf({ 'aws_quantum_gate.x': {}, 'aws_kms_grant.y': {} })).toHaveLength(2);
});

test('a stack that says no account stops the proof', () => {
  const texts = { ...smallOrganization(), loose: JSON.stringify({ provider: { aws: [{ region: 'eu-west-1' }] } }) };
  expect(() => parseTerraform(texts, lock)).toThrow('stack loose is held to no account');
});
