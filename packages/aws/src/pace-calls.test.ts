import { ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { paceCalls } from './pace-calls.ts';
import { type Example, exampleWorld, home, prod, startExample } from './world.fixture.ts';

let example: Example | undefined;
afterEach(() => example?.close());

const seconds = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const many = (count: number, call: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, call));
const rates = { operations: { 'ec2:A': 2 }, services: { ec2: { perAccount: 3, perOrganization: 5 } } };
const here = { accountId: '1', region: 'eu-west-1' };

test.each<[string, () => Promise<unknown>]>([
  ['an operation in a place', () => many(4, takes('ec2:A', here))],
  ['a service in an account', () => many(6, takes('ec2:B', here))],
  ['a service in the organization', spread],
])('%s keeps its rate: twice as many as in a second take one more', async (_, work) => {
  // Timers may end a little early.
  expect(await seconds(work)).toBeGreaterThan(0.95);
});

test('what no rate is known for does not wait', async () => {
  expect(await seconds(() => many(1000, takes('x:Y', here)))).toBeLessThan(0.9);
});

function takes(action: string, place: typeof here, pace = paceCalls(rates)) {
  return () => pace(action, place);
}

/** Ten accounts, one call each: no account comes near its own rate. */
function spread() {
  const pace = paceCalls(rates);
  return Promise.all(Array.from({ length: 10 }, (_, at) => pace('ec2:B', { ...here, accountId: String(at) })));
}

test('at AWS’s rates no call of a sweep is refused', async () => {
  example = await startExample(exampleWorld(), { rates: true });
  const { session, aws } = example;
  const sweep = (accountId: string) => () =>
    session.serviceQuotas({ ...home, accountId }).send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }));
  await Promise.all([many(15, sweep(home.accountId)), many(15, sweep(prod))]);
  expect(aws.calls.records.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
});

test('a retried attempt keeps the pace like a first one', async () => {
  const actions: string[] = [];
  const pace = (action: string) => Promise.resolve(void actions.push(action));
  example = await startExample(exampleWorld(), { session: { pace } });
  example.aws.faults.set([{ operation: 'servicequotas:ListServiceQuotas', kind: 'unavailable', at: 1 }]);
  await example.session.serviceQuotas(home).send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }));
  expect(actions).toEqual(['servicequotas:ListServiceQuotas', 'servicequotas:ListServiceQuotas']);
});
