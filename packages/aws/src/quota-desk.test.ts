import { type SeededQuota, quotaDeskContract } from '@bulkhead/controller';
import type { Fault, QuotaSetting } from '@bulkhead/local-aws';
import { quotaDesk } from './quota-desk.ts';
import { LostAnswerError } from './send-once.ts';
import { type Example, dev, exampleWorld, home, prod, standard, startExample } from './world.fixture.ts';

let example: Example;
beforeEach(async () => {
  example = await startExample(exampleWorld(), {
    session: { timeouts: { connection: 1000, request: 250 }, pace: () => Promise.resolve() },
  });
});
afterEach(() => example.close());

const openDesk = () => quotaDesk({ client: (place) => example.session.serviceQuotas(place) });
const calls = () => example.aws.calls.counts();

test.each(quotaDeskContract)('$promise', async ({ check }) => {
  await check((quotas) => {
    const { world } = example.aws;
    world.quotas.push(...quotas.map(setting));
    return Promise.resolve(openDesk());
  });
});

const setting = ({ place, quotaCode, vcpu, source, adjustable }: SeededQuota): QuotaSetting => ({
  ...place,
  quotaCode,
  value: source === 'applied' ? vcpu : null,
  adjustable,
});

test('a place takes one list where AWS has an applied value for every pool', async () => {
  const quotas = await openDesk().quotas(home);
  expect(quotas.get(standard)).toEqual({
    known: true,
    value: { quotaCode: standard, vcpu: 5, source: 'applied', adjustable: true },
  });
  expect(calls()).toMatchObject({ 'servicequotas:ListServiceQuotas': 1 });
  expect(calls()).not.toHaveProperty('servicequotas:ListAWSDefaultServiceQuotas');
});

test('a quota without an applied value has the default, which is listed once per Region and not per account', async () => {
  example.aws.world.quotas.push({ quotaCode: standard, value: null });
  const desk = openDesk();
  const own = await desk.quotas(home);
  await desk.quotas({ ...home, accountId: prod });
  expect(own.get(standard)).toMatchObject({ known: true, value: { vcpu: 5, source: 'default' } });
  expect(calls()).toMatchObject({ 'servicequotas:ListAWSDefaultServiceQuotas': 1 });
});

test('where only some quotas need the default, the others keep their applied values', async () => {
  const { world } = example.aws;
  world.quotas.push({ quotaCode: standard, value: 64 }, { quotaCode: 'L-417A185B', value: null });
  const quotas = await openDesk().quotas(home);
  expect([quotas.get(standard), quotas.get('L-417A185B')]).toMatchObject([
    { value: { vcpu: 64, source: 'applied' } },
    { value: { vcpu: 0, source: 'default' } },
  ]);
});

test('a quota that AWS could not read is unknown with its reason, neither zero nor the default', async () => {
  example.aws.world.quotas.push({ quotaCode: standard, errorReason: 'DEPENDENCY_THROTTLING_ERROR' });
  const quota = (await openDesk().quotas(home)).get(standard);
  expect(quota).toMatchObject({
    known: false,
    reason: expect.stringMatching(/L-1216C47A.*DEPENDENCY_THROTTLING_ERROR/),
  });
});

test.each([
  [undefined, 'off'],
  ['NotifyOnly', 'notify'],
  ['NotifyAndAdjust', 'adjust'],
] as const)('automatic management that is %s in AWS is %s', async (type, value) => {
  if (type) example.aws.world.automaticManagement[`${dev}/eu-west-1`] = type;
  expect(await openDesk().automaticManagement(home)).toEqual({ known: true, value });
});

test.each(['NoSuchResourceException', 'UnknownOperationException'])(
  'automatic management is off where AWS answers %s',
  async (code) => {
    example.aws.faults.set([{ operation: 'servicequotas:GetAutoManagementConfiguration', kind: 'refuse', code }]);
    expect(await openDesk().automaticManagement(home)).toEqual({ known: true, value: 'off' });
  },
);

test('requests are told newest first, with status and time', async () => {
  const desk = openDesk();
  await desk.request(home, standard, 10);
  example.aws.clock.advance(600_000);
  await desk.request(home, standard, 20);
  const [newest, oldest] = await desk.requests(home);
  expect([newest, oldest]).toMatchObject([
    { desired: 20, status: 'pending' },
    { desired: 10, status: 'approved' },
  ]);
  expect(newest?.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test.each<[string, Fault['kind'], number]>([
  ['breaks after AWS took it', 'drop-after', 1],
  ['breaks before AWS took it', 'drop', 0],
  ['hangs', 'hang', 0],
  ['ends in 503', 'unavailable', 0],
])('a request whose connection %s goes out once, and its outcome is said to be unknown', async (_, kind, taken) => {
  example.aws.faults.set([{ operation: 'servicequotas:RequestServiceQuotaIncrease', kind }]);
  const desk = openDesk();
  await expect(desk.request(home, standard, 10)).rejects.toBeInstanceOf(LostAnswerError);
  expect(calls()).toMatchObject({ 'servicequotas:RequestServiceQuotaIncrease': 1 });
  expect(await desk.requests(home)).toHaveLength(taken);
});

test('a throttled request is made again, since AWS refuses it before it looks at it', async () => {
  example.aws.faults.set([{ operation: 'servicequotas:RequestServiceQuotaIncrease', kind: 'throttle', at: 1 }]);
  expect(await openDesk().request(home, standard, 10)).toMatchObject({ kind: 'requested' });
  expect(example.aws.world.quotaRequests).toHaveLength(1);
});

test.each([
  [true, 'case-opened'],
  [false, 'not-approved'],
])('where support cases are allowed: %s, a request that needs one is %s', async (supportCase, status) => {
  example.aws.world.quotaDecisions.push({ outcome: 'open-case', afterSeconds: 0 });
  const desk = quotaDesk({ client: (place) => example.session.serviceQuotas(place), supportCase });
  await desk.request(home, standard, 10);
  expect(await desk.requests(home)).toMatchObject([{ status }]);
});
