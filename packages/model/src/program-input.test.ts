import { example } from './definition.fixture.ts';
import { emptyLock, parseLock, renderLock } from './lock.ts';
import { madeUpLock } from './made-up-lock.ts';
import { parseOrganization } from './parse-organization.ts';
import { programInput } from './program-input.ts';
import { missingInLock, stacksOf } from './stacks.ts';

const lock = parseLock('{ "accounts": { "example-shop-dev": { "id": "111122223333" } } }');
const start = { definition: example, lock: renderLock(lock), whatIf: undefined };

test('without changes to look at, a program gets its definition and its lock as they are', () => {
  expect(programInput(start)).toEqual({ organization: parseOrganization(example), lock });
  expect(programInput({ ...start, lock: undefined }).lock).toEqual(emptyLock);
});

test('with changes it gets the changed organization, and every id that AWS has not chosen yet', () => {
  const whatIf = JSON.stringify([{ kind: 'add', unit: 'media', phases: ['dev'] }]);
  const { organization, lock: whole } = programInput({ ...start, whatIf });
  expect(organization.businessUnits.map(({ name }) => name)).toEqual(['shop', 'lab', 'media']);
  expect(whole.accounts?.['example-shop-dev']).toEqual({ id: '111122223333' });
  expect(whole.accounts?.['example-media-dev']).toEqual({
    id: expect.stringMatching(/^9\d{11}$/) as string,
    deployer: true,
  });
});

test.each(['iam-users', 'identity-center'] as const)(
  'with ids that are made up every stack can be synthesized, signing in by %s',
  (signIn) => {
    const { identity } = example.enterprise;
    const organization = parseOrganization({
      ...example,
      enterprise: { ...example.enterprise, identity: { ...identity, signIn, secondFactor: undefined } },
    });
    for (const known of [emptyLock, lock]) {
      const whole = madeUpLock(organization, known);
      expect(parseLock(renderLock(whole))).toEqual(whole);
      expect(stacksOf(organization).flatMap((stack) => missingInLock(stack, organization, whole))).toEqual([]);
    }
  },
);

test('the same name gets the same id, whatever else there is', () => {
  const few = madeUpLock(parseOrganization(example), emptyLock);
  const { lab: _, ...businessUnits } = example.businessUnits;
  const fewer = madeUpLock(parseOrganization({ ...example, businessUnits }), lock);
  expect(fewer.accounts?.['example-shop-prod']).toEqual(few.accounts?.['example-shop-prod']);
  const ids = Object.values(few.accounts ?? {}).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
