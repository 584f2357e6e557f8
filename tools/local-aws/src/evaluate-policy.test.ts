import { type Verdict, evaluatePolicies } from './evaluate-policy.ts';
import type { PolicyStatement } from './policy-document.ts';

const role = 'arn:aws:iam::100000000003:role/bulkhead/controller';
const access = {
  action: 'servicequotas:RequestServiceQuotaIncrease',
  resource: 'arn:aws:servicequotas:eu-west-1:200000000001:ec2/L-1216C47A',
  context: { 'aws:principalarn': role, 'servicequotas:service': 'ec2', 'aws:multifactorauthage': '300' },
};
const allow = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
const deny = { ...allow, Effect: 'Deny' } as const;

test.each<[string, PolicyStatement[], Verdict]>([
  ['nothing', [], 'silent'],
  ['an allow', [allow], 'allowed'],
  ['an allow and a deny', [allow, deny], 'denied'],
  ['actions by wildcard, in any case', [{ ...allow, Action: 'ServiceQuotas:Request*' }], 'allowed'],
  ['another action', [{ ...allow, Action: ['servicequotas:List*'] }], 'silent'],
  ['every action but this', [{ Effect: 'Allow', NotAction: 'servicequotas:*', Resource: '*' }], 'silent'],
  ['every action but another', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 'allowed'],
  ['resources by wildcard', [{ ...allow, Resource: 'arn:aws:servicequotas:*:200000000001:ec2/*' }], 'allowed'],
  ['another resource', [{ ...allow, Resource: 'arn:aws:servicequotas:*:200000000002:*' }], 'silent'],
])('%s gives the verdict of IAM', (_, Statement, expected) => {
  expect(evaluatePolicies([{ Statement }], access)).toBe(expected);
});

test.each<[string, PolicyStatement['Condition'], boolean]>([
  ['an equal value', { StringEquals: { 'servicequotas:service': 'ec2' } }, true],
  ['another value', { StringEquals: { 'servicequotas:service': ['vpc', 'rds'] } }, false],
  ['a key in other case', { StringEquals: { 'ServiceQuotas:Service': 'ec2' } }, true],
  ['an ARN pattern', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/bulkhead/*' } }, true],
  ['an ARN that must not fit', { ArnNotLike: { 'aws:PrincipalArn': [role] } }, false],
  ['a key that is missing', { StringEquals: { 'aws:RequestTag/x': 'y' } }, false],
  ['a missing key that may be missing', { StringEqualsIfExists: { 'aws:RequestTag/x': 'y' } }, true],
  ['a missing key that must not be equal', { StringNotEquals: { 'aws:RequestTag/x': 'y' } }, true],
  [
    'two conditions, of which one fails',
    { StringEquals: { 'servicequotas:service': 'ec2' }, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } },
    false,
  ],
  ['a key that has to be missing', { Null: { 'aws:AssumedRoot': 'true' } }, true],
  ['a key that has to be missing and is not', { Null: { 'servicequotas:service': 'true' } }, false],
  ['a key that must not be missing', { Null: { 'aws:AssumedRoot': 'false' } }, false],
  ['a number that is less', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, true],
  ['a number that is not less', { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } }, false],
  ['a number that is none', { NumericLessThan: { 'servicequotas:service': '3600' } }, false],
  ['a number that is missing', { NumericLessThan: { 'aws:TokenIssueTime': '3600' } }, false],
  ['an operator that is not known', { DateLessThan: { 'servicequotas:service': '1' } }, false],
])('a condition with %s holds or not as in IAM', (_, Condition, holds) => {
  const Statement = [{ ...allow, ...(Condition ? { Condition } : {}) }];
  expect(evaluatePolicies([{ Statement }], access)).toBe(holds ? 'allowed' : 'silent');
});

test('a deny whose condition is not known stands', () => {
  const Statement = [allow, { ...deny, Condition: { DateLessThan: { 'servicequotas:service': '1' } } }];
  expect(evaluatePolicies([{ Statement }], access)).toBe('denied');
});
