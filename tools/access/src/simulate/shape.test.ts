import { type Blocks, allow, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from './ask.fixture.ts';
import { simulator } from './simulator.ts';

const reader = (resource: string): Blocks => ({
  'aws_iam_role.reader': role('reader', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.reader': { role: 'reader', name: 'reader', policy: policy(allow('sqs:SendMessage', resource)) },
});

/** How many simulations it takes to ask the reader of each account about a queue there. */
async function simulations(stacks: Stacks, context = {}): Promise<number> {
  const world = worldOf(stacks);
  const { ask, work } = simulator(world);
  for (const principal of world.principals.filter(({ kind, arn }) => kind === 'role' && arn.endsWith('role/reader'))) {
    const resource = world.resources.find((each) => each.kind === 'queue' && each.account === principal.account);
    if (resource) await ask({ principal, action: 'sqs:SendMessage', resource, context });
  }
  return work.simulations;
}

test.each([
  ['their policies are the same', reader('*'), reader('*'), 1],
  ['each names its own account', reader('arn:aws:sqs:*:100000000001:*'), reader('arn:aws:sqs:*:100000000002:*'), 1],
  [
    'one names the account of the other',
    reader('arn:aws:sqs:*:100000000001:*'),
    reader('arn:aws:sqs:*:100000000001:*'),
    2,
  ],
  ['a pattern spells a part of a number', reader('arn:aws:sqs:*:1000*1:*'), reader('arn:aws:sqs:*:1000*1:*'), 2],
  ['their policies say the same of it', reader('*'), reader('arn:aws:sqs:*:*:example'), 1],
  ['only one is allowed it', reader('*'), reader('arn:aws:sqs:*:*:another'), 2],
])('two accounts where %s', async (_, dev, prod, expected) => {
  expect(await simulations({ dev, prod })).toBe(expected);
});

test('a key that is known to be missing is another shape than one of which nothing is known', async () => {
  const dev: Blocks = {
    ...reader('*'),
    'aws_iam_role_policy.reader': {
      ...{ role: 'reader', name: 'reader' },
      policy: policy(allow('sqs:SendMessage', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
    },
  };
  const world = worldOf({ dev });
  const { ask } = simulator(world);
  const principal = world.principals.find(({ name }) => name === 'dev/reader');
  const resource = world.resources.find(({ name }) => name === 'dev/any-queue');
  if (!principal || !resource) throw new Error('the world has no reader');
  const question = { principal, action: 'sqs:SendMessage', resource };
  expect((await ask(question)).decision).toBe('conditional');
  expect((await ask({ ...question, context: { 'aws:MultiFactorAuthPresent': undefined } })).decision).toBe('denied');
  expect((await ask({ ...question, context: { 'aws:username': undefined } })).decision).toBe('conditional');
});
