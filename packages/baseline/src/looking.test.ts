import { lookingStatements } from './looking.ts';

const actions = (userData: boolean, effect: 'Allow' | 'Deny') =>
  lookingStatements({ userData })
    .filter(({ Effect }) => Effect === effect)
    .flatMap(({ Action = [] }) => Action);

const contents = [
  ['objects of a bucket', 's3:GetObject'],
  ['a secret', 'secretsmanager:GetSecretValue'],
  ['a parameter', 'ssm:GetParameter'],
  ['what a key encrypted', 'kms:Decrypt'],
  ['rows of a table', 'dynamodb:GetItem'],
  ['values of the environment that Config recorded', 'config:GetResourceConfigHistory'],
  ['values of the environment that Config recorded, by query', 'config:SelectResourceConfig'],
  ['values of the environment of a function', 'lambda:GetFunctionConfiguration'],
  ['values of the environment of every function', 'lambda:ListFunctions'],
  ['values of the environment of a container', 'ecs:DescribeTaskDefinition'],
  ['what went into a state machine', 'states:DescribeExecution'],
  ['messages of a queue', 'sqs:ReceiveMessage'],
  ['records of a stream', 'kinesis:GetRecords'],
  ['logs of a database', 'rds:DownloadDBLogFilePortion'],
  ['what applications log', 'logs:GetLogEvents'],
];
const fits = (pattern: string, action: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action);

test.each(contents)('whoever looks does not see %s (%s)', (_, action) => {
  expect(actions(false, 'Allow').filter((pattern) => fits(pattern, action))).toEqual([]);
});

test('the user data of instances is denied, which describing them would show', () => {
  expect(actions(false, 'Deny')).toEqual(['ec2:DescribeInstanceAttribute', 'ec2:DescribeLaunchTemplateVersions']);
});

test('where it is said, whoever looks reads the user data of instances, and nothing more', () => {
  expect(actions(true, 'Deny')).toEqual([]);
  expect(actions(true, 'Allow')).toEqual(actions(false, 'Allow'));
});

test('whoever looks changes nothing', () => {
  const reading = /:(Describe|Get|List|LookupEvents)/;
  expect(actions(true, 'Allow').filter((action) => !reading.test(action))).toEqual([]);
});
