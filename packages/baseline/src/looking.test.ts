import { lookingStatements } from './looking.ts';

const actions = (logContents: boolean, effect: 'Allow' | 'Deny') =>
  lookingStatements({ logContents })
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
  ['what applications log', 'logs:GetLogEvents'],
];
const fits = (pattern: string, action: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action);

test.each(contents)('whoever looks does not see %s (%s)', (_, action) => {
  expect(actions(false, 'Allow').filter((pattern) => fits(pattern, action))).toEqual([]);
});

test('the user data of instances is denied, which describing them would show', () => {
  expect(actions(false, 'Deny')).toEqual(['ec2:DescribeInstanceAttribute', 'ec2:DescribeLaunchTemplateVersions']);
});

test('where it is said, whoever looks reads what applications log, and nothing more', () => {
  const more = actions(true, 'Allow').filter((action) => !actions(false, 'Allow').includes(action));
  expect(more).toContain('logs:GetLogEvents');
  expect(more.filter((action) => !action.startsWith('logs:'))).toEqual([]);
});

test('whoever looks changes nothing', () => {
  const reading = /:(Describe|Get|List|LookupEvents|FilterLogEvents|StartQuery|StopQuery)/;
  expect(actions(true, 'Allow').filter((action) => !reading.test(action))).toEqual([]);
});
