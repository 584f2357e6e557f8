import { ask, worldOf } from '../simulate/ask.fixture.ts';
import { actionsOfOneType } from './whole-of-type.ts';

/** The kind that each action is about, and others that it can't be about. */
const kinds = {
  iam: { other: ['dev/any-user', 'dev/any-group', 'dev/any-policy'] },
  ecr: { other: ['dev/any-function', 'dev/any-bucket', 'dev/any-role'] },
} as const;

test.each(actionsOfOneType)('AWS knows %s on one type of resource only', async (action) => {
  const world = worldOf();
  const who = 'dev/any-administrator';
  for (const resource of kinds[action.startsWith('iam:') ? 'iam' : 'ecr'].other) {
    await expect(ask(world, { who, action, resource })).rejects.toThrow(action);
  }
  const own = {
    'iam:CreateVirtualMFADevice': 'dev/any-second-factor',
    'iam:CreateServiceLinkedRole': 'dev/any-service-linked-role',
  }[action];
  const answer = await ask(world, { who, action, resource: own ?? 'dev/any-repository' });
  expect(answer.decision).toBe('allowed');
});
