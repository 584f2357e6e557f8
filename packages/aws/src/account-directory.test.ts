import { accountDirectory } from './account-directory.ts';
import { type Example, controller, deny, delivery, exampleWorld, startExample } from './world.fixture.ts';

let example: Example;
afterEach(() => example.close());

const list = () => accountDirectory({ client: example.session.organizations(), role: controller }).list();

test.each([
  ['PENDING_ACTIVATION', 'pending'],
  ['ACTIVE', 'active'],
  ['SUSPENDED', 'suspended'],
  ['PENDING_CLOSURE', 'closing'],
  ['CLOSED', 'closed'],
] as const)('an account that is %s is told as %s', async (state, expected) => {
  const world = exampleWorld();
  const account = world.accounts.find(({ name }) => name === 'acme-retail-prod');
  if (account) account.state = state;
  example = await startExample(world);
  expect((await list()).at(-1)).toEqual({ id: account?.id, name: 'acme-retail-prod', state: expected });
});

test('every account is listed once, over pages of which some are empty', async () => {
  const world = exampleWorld();
  const [pattern] = world.accounts;
  for (let at = 0; pattern && at < 50; at += 1) world.accounts.push({ ...pattern, id: String(300000000000 + at) });
  example = await startExample(world, { emptyPages: true, session: { pace: () => Promise.resolve() } });
  const ids = (await list()).map(({ id }) => id);
  expect(ids).toEqual(world.accounts.map(({ id }) => id));
});

test('a denial names action and role, although Organizations names neither', async () => {
  const world = exampleWorld();
  world.resourcePolicy = undefined;
  deny(world, delivery, 'organizations:ListAccounts');
  example = await startExample(world);
  await expect(list()).rejects.toMatchObject({
    name: 'AccessError',
    message: expect.stringContaining(`${controller} may not call organizations:ListAccounts`),
  });
});
