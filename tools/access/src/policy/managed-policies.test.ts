import { statementsAbout } from '../simulate/relevant-statements.ts';
import { findManagedPolicy } from './managed-policies.ts';

const allows = (name: string, action: string): boolean => {
  const policy = findManagedPolicy(`arn:aws:iam::aws:policy/${name}`);
  return policy !== undefined && statementsAbout([policy], action).length > 0;
};

test.each([
  ['ReadOnlyAccess', ['s3:GetObject', 'dynamodb:Scan', 'logs:FilterLogEvents', 'sqs:ReceiveMessage']],
  ['SecurityAudit', ['iam:GetRole', 'iam:GenerateCredentialReport', 'ec2:DescribeInstances', 's3:GetBucketPolicy']],
  ['job-function/ViewOnlyAccess', ['ec2:DescribeInstances', 's3:ListBucket', 'ecs:ListClusters']],
  ['service-role/AWS_ConfigRole', ['config:PutConfigurationItems', 'kms:DescribeKey', 's3:GetBucketAcl']],
  ['service-role/AWSConfigRoleForOrganizations', ['organizations:ListAccounts']],
  ['CloudWatchAgentServerPolicy', ['cloudwatch:PutMetricData', 'logs:PutLogEvents', 'ssm:GetParameter']],
  ['AmazonSSMManagedInstanceCore', ['ssm:UpdateInstanceInformation', 'ssmmessages:OpenDataChannel']],
])('what %s of AWS allows is never taken for denied', (name, actions) => {
  expect(actions.filter((action) => !allows(name, action))).toEqual([]);
});

test.each(['ReadOnlyAccess', 'SecurityAudit', 'job-function/ViewOnlyAccess', 'service-role/AWS_ConfigRole'])(
  '%s of AWS changes, deletes, decrypts and lends nothing',
  (name) => {
    const actions = ['ec2:RunInstances', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'iam:PassRole'];
    expect(actions.filter((action) => allows(name, action))).toEqual([]);
  },
);

test('a policy of AWS whose text is not known here is not guessed', () => {
  expect(findManagedPolicy('arn:aws:iam::aws:policy/PowerUserAccess')).toBeUndefined();
});
