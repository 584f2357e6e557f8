import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { LocalAws } from './start-local-aws.ts';
import { clientOf, controller, controllerOf, delivery, dev, management, startSmallWorld } from './world.fixture.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startSmallWorld();
});
afterEach(() => aws.close());

const expired = 'The security token included in the request is expired';
const assume = (arn: string, as = controller) =>
  new STSClient(clientOf(aws, as)).send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'test' }));

test('a role that trusts the caller gives credentials for its own account', async () => {
  const { Credentials } = await assume(controllerOf(dev));
  const client = new STSClient({
    endpoint: aws.url,
    region: 'eu-west-1',
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  });
  const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
  expect({ Account, Arn }).toEqual({ Account: dev, Arn: `arn:aws:sts::${dev}:assumed-role/controller/test` });
});

test.each([
  ['does not exist', `arn:aws:iam::${dev}:role/bulkhead/missing`, controller],
  ['does not trust the caller', controllerOf(dev), `arn:aws:iam::${management}:user/administrator`],
])('a role that %s is refused by action, principal and resource', async (_, role, as) => {
  const error = await assume(role, as).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: 'AccessDenied',
    message: expect.stringMatching(
      /^User: arn:aws:(sts|iam)::\d+:\S+ is not authorized to perform: sts:AssumeRole on resource: \S+/,
    ),
    $metadata: { httpStatusCode: 403 },
  });
  expect((error as Error).message).toContain(role);
});

test('a suspended account lets nobody in', async () => {
  const account = aws.world.accounts.find(({ id }) => id === dev);
  if (account) account.state = 'SUSPENDED';
  await expect(assume(controllerOf(dev))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('an unmodified credential provider goes from the environment through a role into a member account', async () => {
  const client = new ServiceQuotasClient({
    region: 'eu-west-1',
    endpoint: aws.url,
    credentials: fromTemporaryCredentials({
      params: { RoleArn: controllerOf(dev) },
      masterCredentials: aws.credentialsFor(controller),
      clientConfig: { region: 'eu-west-1', endpoint: aws.url },
    }),
  });
  const { Quotas } = await client.send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }));
  expect(Quotas?.[0]?.QuotaArn).toBe(`arn:aws:servicequotas:eu-west-1:${dev}:ec2/L-1216C47A`);
  expect(aws.calls.records.map(({ operation, accountId }) => [operation, accountId])).toEqual([
    ['sts:AssumeRole', delivery],
    ['servicequotas:ListServiceQuotas', dev],
  ]);
});

type Settings = ReturnType<typeof clientOf>;

test.each<[string, string, string, (settings: Settings) => Promise<unknown>]>([
  [
    'Service Quotas',
    'ExpiredTokenException',
    expired,
    (settings) => new ServiceQuotasClient(settings).send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' })),
  ],
  ['STS', 'ExpiredToken', expired, (settings) => new STSClient(settings).send(new GetCallerIdentityCommand({}))],
  [
    'Auto Scaling',
    'ExpiredToken',
    expired,
    (settings) => new AutoScalingClient(settings).send(new DescribeAutoScalingGroupsCommand({})),
  ],
  [
    'EC2',
    'RequestExpired',
    'Request has expired.',
    (settings) => new EC2Client(settings).send(new DescribeRegionsCommand({})),
  ],
])('%s refuses credentials whose time is over as %s', async (_, name, message, call) => {
  const { Credentials } = await assume(controllerOf(dev));
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
  };
  const settings = { ...clientOf(aws, controller), credentials: { ...credentials, sessionToken: '' } };
  aws.clock.advance(3_500_000);
  await call(settings);
  aws.clock.advance(100_000);
  await expect(call(settings)).rejects.toMatchObject({ name, message });
});

test('a key that nobody gave out is refused', async () => {
  const credentials = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' };
  const client = new STSClient({ endpoint: aws.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
  await expect(client.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});
