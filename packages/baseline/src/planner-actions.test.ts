import { dataReads, settingReads } from './planner-actions.ts';

const covers = (patterns: readonly string[], action: string) =>
  patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action));
const may = (action: string) => covers(settingReads, action) && !covers(dataReads, action);

test('a plan changes nothing', () => {
  const verbs = settingReads.map((action) => action.slice(action.indexOf(':') + 1));
  expect(verbs.filter((verb) => !/^(Describe|Get|List)[A-Z*]/.test(verb))).toEqual([]);
});

test.each([
  ['a role', 'iam:GetRole', 'iam:ListAttachedRolePolicies'],
  ['a bucket', 's3:ListBucket', 's3:GetBucketPolicy', 's3:GetEncryptionConfiguration', 's3:GetLifecycleConfiguration'],
  ['a key', 'kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:ListAliases'],
  ['a link and a sink', 'oam:GetLink', 'oam:GetSinkPolicy'],
  ['an image repository', 'ecr:DescribeRepositories', 'ecr:GetRepositoryPolicy', 'ecr:GetLifecyclePolicy'],
  ['a recorder', 'config:DescribeConfigurationRecorders', 'config:DescribeDeliveryChannels'],
  ['a trail', 'cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'],
  ['a queue', 'sqs:GetQueueAttributes'],
  ['a function', 'lambda:GetFunction'],
])('a plan reads the settings of %s', (_, ...actions) => {
  expect(actions.filter((action) => !may(action))).toEqual([]);
});

test.each([
  ['objects', 's3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTorrent'],
  ['items', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQLSelect'],
  ['messages', 'sqs:ReceiveMessage', 'kinesis:GetRecords'],
  ['secrets', 'secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue', 'ssm:GetParameter'],
  ['what a key protects', 'kms:Decrypt'],
  ['images', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  ['logs', 'logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartQuery'],
  ['a console or a password', 'ec2:GetConsoleOutput', 'ec2:GetPasswordData'],
  ['requests of customers', 'wafv2:GetSampledRequests'],
])('a plan reads no %s', (_, ...actions) => {
  expect(actions.filter(may)).toEqual([]);
});
