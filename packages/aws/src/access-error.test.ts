import { fromIni } from '@aws-sdk/credential-providers';
import { AccessError, type Place } from '@bulkhead/controller';
import type { Fault, LocalAws } from '@bulkhead/local-aws';
import { accessErrorOf } from './access-error.ts';
import type { AwsSessionOptions } from './aws-session.ts';
import { quotaDesk } from './quota-desk.ts';
import { type Example, controller, deny, dev, exampleWorld, home, startExample } from './world.fixture.ts';

const list = 'servicequotas:ListServiceQuotas';
const role = `arn:aws:iam::${dev}:role/bulkhead/controller`;
const fault = (given: Partial<Fault>) => (aws: LocalAws) => {
  aws.faults.set([{ operation: list, kind: 'refuse', ...given }]);
};
const nothing = () => undefined;

let example: Example | undefined;
afterEach(() => example?.close());

/** The error that reading the quotas of a place ends in. */
async function failure(
  prepare: (aws: LocalAws) => void,
  place: Place = home,
  session: Partial<AwsSessionOptions> = {},
): Promise<unknown> {
  example = await startExample(exampleWorld(), { session });
  prepare(example.aws);
  const { session: opened } = example;
  return quotaDesk({ client: (each) => opened.serviceQuotas(each) })
    .quotas(place)
    .catch((error: unknown) => error);
}

test.each<[string, (aws: LocalAws) => void, RegExp]>([
  [
    'an action that the role lacks, by its name and the role’s',
    ({ world }) => deny(world, dev, list),
    new RegExp(`^${role} may not call ${list} in eu-west-1, allow it in the role's policy: AWS says: User: `),
  ],
  [
    'a guardrail that denies, which the role cannot mend',
    ({ world }) => {
      const content = JSON.stringify({ Statement: [{ Effect: 'Deny', Action: list, Resource: '*' }] });
      const policy = { id: 'p-guardrail1', name: 'guardrail', type: 'SERVICE_CONTROL_POLICY', content };
      world.policies.push({ ...policy, description: '', awsManaged: false });
      world.attachments.push({ policyId: policy.id, targetId: dev });
    },
    new RegExp(`^${role} may not call ${list} in eu-west-1, a guardrail denies it, deploy the guardrails`),
  ],
  [
    'a role that does not exist or does not trust the controller',
    ({ world }) => (world.roles = world.roles.filter(({ accountId }) => accountId !== dev)),
    new RegExp(`controller/bulkhead may not call sts:AssumeRole on ${role}: deploy the account's stack`),
  ],
  [
    'a controller that the credentials may not become',
    ({ world }) => (world.roles = []),
    new RegExp(`user/engineer may not call sts:AssumeRole on ${controller}: `),
  ],
  [
    'an account that is suspended',
    ({ world }) => world.accounts.filter(({ id }) => id === dev).forEach((each) => (each.state = 'SUSPENDED')),
    /check that the account is not suspended/,
  ],
  ['expired credentials', fault({ code: 'ExpiredTokenException' }), /^the credentials have expired, sign in again: /],
  [
    'credentials that AWS does not know',
    fault({ code: 'UnrecognizedClientException' }),
    /^AWS does not know the credentials, sign in again or correct AWS_PROFILE: /,
  ],
  [
    'any other refusal, by its code',
    fault({ code: 'SubscriptionRequiredException' }),
    new RegExp(`^${list} as ${role} in eu-west-1 failed, try again later: SubscriptionRequiredException: `),
  ],
])('an AccessError tells %s', async (_, prepare, message) => {
  const error = await failure(prepare);
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toMatchObject({ message: expect.stringMatching(message), cause: expect.anything() });
});

test('an AccessError tells a Region that is off, which AWS calls an unknown key', async () => {
  const error = await failure(nothing, { accountId: dev, region: 'me-south-1' });
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toMatchObject({ message: expect.stringMatching(/^me-south-1 is off in the account of /) });
});

test('an AccessError tells that there are no credentials', async () => {
  const credentials = fromIni({ profile: 'nobody', filepath: '/nowhere', configFilepath: '/nowhere' });
  const error = await failure(nothing, home, { credentials });
  expect(error).toMatchObject({
    name: 'AccessError',
    message: expect.stringMatching(/^no AWS credentials can be used, sign in or set AWS_PROFILE: .*nobody/),
  });
});

test('an AccessError tells that there is no connection', async () => {
  const error = await failure(nothing, home, { endpoint: 'http://127.0.0.1:1' });
  expect(error).toMatchObject({ name: 'AccessError', message: expect.stringMatching(/ failed, try again later: /) });
});

test('a hang ends with the request timeout, once for each attempt', async () => {
  const timeouts = { connection: 1000, request: 50 };
  const error = await failure(fault({ kind: 'hang' }), home, { timeouts });
  expect(error).toMatchObject({
    name: 'AccessError',
    message: expect.stringMatching(/failed, try again later: ETIMEDOUT: /),
  });
  expect(example?.aws.calls.counts()).toMatchObject({ [list]: 5 });
});

test('credentials of a role are never in an error', async () => {
  const error = await failure(({ world }) => deny(world, dev, list));
  expect(JSON.stringify(error) + String(error)).not.toMatch(/secret-of|token-of/);
});

test('where AWS names another action than the one that was called, that one has to be allowed', () => {
  const message =
    'User: arn:aws:sts::1:assumed-role/controller/x is not authorized to perform: iam:CreateServiceLinkedRole';
  const denial = Object.assign(new Error(message), { name: 'DependencyAccessDeniedException' });
  const site = { action: 'servicequotas:RequestServiceQuotaIncrease', role, region: 'eu-west-1' };
  expect(accessErrorOf(denial, site)?.message).toMatch(
    /role\/bulkhead\/controller may not call iam:CreateServiceLinkedRole in/,
  );
});

test('what is no failure of AWS or the network stays what it is', () => {
  expect(accessErrorOf(new TypeError('x is undefined'), { action: list, role, region: 'eu-west-1' })).toBeUndefined();
});
