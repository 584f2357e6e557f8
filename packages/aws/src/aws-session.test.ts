import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import { ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { type Example, controller, delivery, dev, home, prod, startExample } from './world.fixture.ts';

let example: Example;
afterEach(() => example.close());

const ec2 = new ListServiceQuotasCommand({ ServiceCode: 'ec2' });
const seen = () => example.aws.calls.records.map(({ operation, accountId }) => [operation, accountId]);

test('a call goes from the credentials at hand through the controller in delivery into the account', async () => {
  example = await startExample();
  await example.session.serviceQuotas(home).send(ec2);
  expect(seen()).toEqual([
    ['sts:GetCallerIdentity', delivery],
    ['sts:AssumeRole', delivery],
    ['sts:AssumeRole', delivery],
    ['servicequotas:ListServiceQuotas', dev],
  ]);
});

test('who is the controller already does not assume its own role', async () => {
  example = await startExample(undefined, {
    session: { credentials: () => Promise.resolve(example.aws.credentialsFor(controller)) },
  });
  await example.session.organizations().send(new ListAccountsCommand({}));
  expect(seen()).toEqual([
    ['sts:GetCallerIdentity', delivery],
    ['organizations:ListAccounts', delivery],
  ]);
});

test('a role is assumed once for all services and Regions of its account, also by calls at the same time', async () => {
  example = await startExample();
  const { session, aws } = example;
  const places = [home, { ...home, region: 'us-east-1' }, { ...home, accountId: prod }];
  await Promise.all([...places, ...places].map((place) => session.serviceQuotas(place).send(ec2)));
  expect(aws.calls.counts()).toEqual({
    'sts:GetCallerIdentity': 1,
    'sts:AssumeRole': 3,
    'servicequotas:ListServiceQuotas': 6,
  });
});

test('there is one client per service, account and Region', async () => {
  example = await startExample();
  const { session } = example;
  expect(session.serviceQuotas(home)).toBe(session.serviceQuotas({ ...home }));
  expect(session.serviceQuotas({ ...home, region: 'us-east-1' })).not.toBe(session.serviceQuotas(home));
});

test('services without Regions are signed for us-east-1', async () => {
  example = await startExample();
  await example.session.organizations().send(new ListAccountsCommand({}));
  expect(example.aws.calls.records.at(-1)?.region).toBe('us-east-1');
});
