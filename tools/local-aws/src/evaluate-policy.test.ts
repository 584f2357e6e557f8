import { type Verdict, evaluatePolicies } from './evaluate-policy.ts';
import type { PolicyStatement } from './policy-document.ts';

const role = 'arn:aws:iam::100000000003:role/bulkhead/controller';
const access = {
  action: 'servicequotas:RequestServiceQuotaIncrease',
  resource: 'arn:aws:servicequotas:eu-west-1:200000000001:ec2/L-1216C47A',
  context: {
    'aws:principalarn': role,
    'aws:principalaccount': '100000000003',
    'aws:resourceaccount': '200000000001',
    'aws:currenttime': '2026-10-15T12:00:00.000Z',
    'aws:epochtime': '1792065600',
    'aws:principaltag/team': 'any*',
    'servicequotas:service': 'ec2',
    'aws:multifactorauthage': '300',
  },
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
  [
    'a resource by a variable',
    [{ ...allow, Resource: 'arn:aws:servicequotas:*:${aws:ResourceAccount}:ec2/*' }],
    'allowed',
  ],
  ['a resource by a variable of another value', [{ ...allow, Resource: 'arn:*:${aws:PrincipalAccount}:*' }], 'silent'],
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
  ['a day that is to come', { DateLessThan: { 'aws:CurrentTime': '2026-10-16' } }, true],
  ['a day that has come', { DateLessThan: { 'aws:CurrentTime': '2026-10-15T00:00:00Z' } }, false],
  [
    'the very moment, which is not before itself',
    { DateLessThan: { 'aws:CurrentTime': '2026-10-15T12:00:00Z' } },
    false,
  ],
  ['the very moment, up to it', { DateLessThanEquals: { 'aws:CurrentTime': '2026-10-15T12:00:00Z' } }, true],
  ['a day that is over', { DateGreaterThan: { 'aws:CurrentTime': '2026-10-15' } }, true],
  [
    'the very moment, which is not after itself',
    { DateGreaterThan: { 'aws:CurrentTime': '2026-10-15T12:00:00Z' } },
    false,
  ],
  ['the very moment, from it on', { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-10-15T12:00:00Z' } }, true],
  ['a moment in seconds since 1970', { DateLessThan: { 'aws:EpochTime': '1792065601' } }, true],
  ['a day that is none', { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } }, false],
  ['a date of what is none', { DateGreaterThan: { 'servicequotas:service': '2026-10-15' } }, false],
  ['a variable', { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } }, true],
  ['a variable of another value', { StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }, true],
  ['a variable in a pattern', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::${aws:principalaccount}:role/*' } }, true],
  ['a variable that is missing', { StringLike: { 'aws:PrincipalArn': '*${aws:SourceAccount}*' } }, false],
  ['a variable with a default', { StringLike: { 'servicequotas:service': "${aws:SourceAccount, 'ec2'}" } }, true],
  ['a variable whose wildcard is none', { StringLike: { 'aws:PrincipalTag/team': '${aws:PrincipalTag/team}' } }, true],
  ['a value that only a wildcard would fit', { StringLike: { 'servicequotas:service': "${x, 'e*'}" } }, false],
  ['a star that is a star', { StringEquals: { 'aws:PrincipalTag/team': 'any${*}' } }, true],
  ['a value in other case', { StringEqualsIgnoreCase: { 'servicequotas:service': 'EC2' } }, true],
  ['a value in other case that is asked for as it is', { StringEquals: { 'servicequotas:service': 'EC2' } }, false],
  [
    'a value that must not be equal in any case',
    { StringNotEqualsIgnoreCase: { 'servicequotas:service': 'EC2' } },
    false,
  ],
  ['a value that must not fit', { StringNotLike: { 'servicequotas:service': ['e*'] } }, false],
  ['a value that must not fit and does not', { StringNotLike: { 'servicequotas:service': ['v*'] } }, true],
  ['one of the values that must not be equal', { StringNotEquals: { 'servicequotas:service': ['vpc', 'ec2'] } }, false],
  [
    'a value that must not be equal, if it exists',
    { StringNotEqualsIfExists: { 'servicequotas:service': 'ec2' } },
    false,
  ],
  ['a missing key that must not be equal, if it exists', { StringNotEqualsIfExists: { 'aws:TagKeys': 'x' } }, true],
  ['a truth that may be missing', { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }, true],
  ['a truth that is missing', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, false],
  ['an ARN that must not be equal', { ArnNotEquals: { 'aws:PrincipalArn': role } }, false],
  ['any of the values', { 'ForAnyValue:StringEquals': { 'servicequotas:service': ['vpc', 'ec2'] } }, true],
  ['any of the values in any case', { 'ForAnyValue:StringEqualsIgnoreCase': { 'servicequotas:service': 'Ec2' } }, true],
  ['any of no values', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'DataClass' } }, false],
  ['any of no values that is not equal', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'DataClass' } }, false],
  ['all of the values', { 'ForAllValues:StringEquals': { 'servicequotas:service': ['vpc', 'ec2'] } }, true],
  ['all of the values but one', { 'ForAllValues:StringEquals': { 'servicequotas:service': 'vpc' } }, false],
  ['all of no values', { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'DataClass' } }, true],
])('a condition with %s holds or not as in IAM', (_, Condition, holds) => {
  const Statement = [{ ...allow, ...(Condition ? { Condition } : {}) }];
  expect(evaluatePolicies([{ Statement }], access)).toBe(holds ? 'allowed' : 'silent');
});

test.each(['IpAddress', 'StringEqual', 'NumericNotEquals', 'ForSomeValues:StringEquals', 'BinaryEquals'])(
  '%s, which is not evaluated here, is told to who calls, whether it would allow or deny',
  (operator) => {
    for (const statement of [allow, deny]) {
      const Statement = [{ ...statement, Condition: { [operator]: { 'servicequotas:service': '1' } } }];
      expect(() => evaluatePolicies([{ Statement }], access)).toThrow(
        `local-aws does not evaluate the condition operator ${operator}`,
      );
    }
  },
);
