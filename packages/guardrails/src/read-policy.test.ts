import { compilePolicies } from './compile-policies.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { policyLimits } from './policy-limits.ts';
import { readPolicy } from './read-policy.ts';

const policy = (statement: object, rest: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...rest });
const deny = { Sid: 'S', Effect: 'Deny', Action: 's3:*', Resource: '*' };
const read = (text: string, type: StatementPolicyType = 'SERVICE_CONTROL_POLICY') => readPolicy(text, type);

test('single values become lists, numbers and truths become text, and a statement without Sid gets one', () => {
  const statement = {
    Effect: 'Deny',
    NotAction: 'iam:*',
    NotResource: ['a', 'b'],
    Condition: { NumericLessThan: { 's3:days': 30 }, Bool: { 'aws:SecureTransport': false } },
  };
  expect(read(policy(statement))).toEqual({
    kind: 'policy',
    statements: [
      {
        Sid: 'Statement',
        Effect: 'Deny',
        NotAction: ['iam:*'],
        NotResource: ['a', 'b'],
        Condition: { NumericLessThan: { 's3:days': ['30'] }, Bool: { 'aws:SecureTransport': ['false'] } },
      },
    ],
    placeholders: [],
  });
});

test('one statement may stand without a list', () => {
  expect(read(JSON.stringify({ Version: '2012-10-17', Statement: deny }))).toMatchObject({
    statements: [{ Action: ['s3:*'] }],
  });
});

test('what is to be filled in is told, IAM policy variables are not', () => {
  const resource = ['arn:${PARTITION}:s3:::<my-bucket>', 'arn:aws:s3:::x/${aws:username}'];
  expect(read(policy({ ...deny, Resource: resource }))).toMatchObject({
    placeholders: ['${PARTITION}', '<my-bucket>'],
  });
});

test.each<readonly [string, string, StatementPolicyType, string]>([
  ['is no JSON', '{\n // x\n}', 'SERVICE_CONTROL_POLICY', 'no JSON: '],
  [
    'is a template',
    '{"Version":"2012-10-17","Statement":[{"Resource":${ALL_OF},"x":"${IN_TEXT}"}]}',
    'SERVICE_CONTROL_POLICY',
    'a template, fill in ${ALL_OF} first',
  ],
  ['is a list', '[]', 'SERVICE_CONTROL_POLICY', 'a policy is an object'],
  ['has another version', policy(deny, { Version: '2008-10-17' }), 'SERVICE_CONTROL_POLICY', "must be '2012-10-17'"],
  ['has an Id', policy(deny, { Id: 'x' }), 'SERVICE_CONTROL_POLICY', 'unknown members: Id'],
  [
    'allows',
    policy({ ...deny, Effect: 'Allow' }),
    'SERVICE_CONTROL_POLICY',
    'what is allowed stays with FullAWSAccess',
  ],
  ['binds a principal', policy({ ...deny, Principal: '*' }), 'SERVICE_CONTROL_POLICY', 'must have no Principal'],
  [
    'has NotPrincipal',
    policy({ ...deny, NotPrincipal: '*' }),
    'SERVICE_CONTROL_POLICY',
    'unknown members: NotPrincipal',
  ],
  ['has both lists', policy({ ...deny, NotAction: 'x' }), 'SERVICE_CONTROL_POLICY', 'either Action or NotAction'],
  ['names no resource', policy({ ...deny, Resource: undefined }), 'SERVICE_CONTROL_POLICY', 'Resource or NotResource'],
  ['lists numbers', policy({ ...deny, Action: [1] }), 'SERVICE_CONTROL_POLICY', 'must list texts'],
  ['has an empty list', policy({ ...deny, Resource: [] }), 'SERVICE_CONTROL_POLICY', 'must list texts'],
  [
    'has a strange condition',
    policy({ ...deny, Condition: { Bool: 'x' } }),
    'SERVICE_CONTROL_POLICY',
    'conditions like',
  ],
  ['has a strange Sid', policy({ ...deny, Sid: 'a b' }), 'SERVICE_CONTROL_POLICY', 'letters and digits'],
  ['has no statement', policy(deny, { Statement: [] }), 'SERVICE_CONTROL_POLICY', 'no statement'],
  ['is about nobody', policy(deny), 'RESOURCE_CONTROL_POLICY', "must have the Principal '*'"],
  [
    'denies all but some of resources',
    policy({ ...deny, Principal: '*', Action: undefined, NotAction: 's3:*' }),
    'RESOURCE_CONTROL_POLICY',
    'must have no NotAction',
  ],
  [
    'denies all to resources',
    policy({ ...deny, Principal: '*', Action: '*' }),
    'RESOURCE_CONTROL_POLICY',
    'name a service',
  ],
])('a policy that %s is refused with the reason', (_, text, type, reason) => {
  expect(read(text, type)).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) as string });
});

test('what was read compiles to the same policy again', () => {
  const guardrails = (text: string) => {
    const found = read(text);
    return found.kind === 'policy'
      ? [{ target: { kind: 'root' as const }, type: 'SERVICE_CONTROL_POLICY' as const, statements: found.statements }]
      : [];
  };
  const compile = (text: string) =>
    compilePolicies({ name: 'x' }, guardrails(text), policyLimits.classic).policies.map(({ content }) => content);
  const [first = ''] = compile(policy(deny));
  expect(first).toContain('"Action":"s3:*"');
  expect(compile(first)).toEqual([first]);
});
