import { type Lock, parseOrganization } from '@bulkhead/model';
import { type Destruction, destroyAccount, destroyable } from './destroy-account.ts';
import { exampleDefinition } from './organization.fixture.ts';
import { StackError } from './stack-error.ts';

const organization = parseOrganization(
  exampleDefinition({
    phases: {
      sandbox: { purpose: 'trying out', data: 'none', expires: '2027-06-30' },
      dev: { purpose: 'testing', data: 'synthetic' },
      prod: { purpose: 'customers', data: 'sensitive', protect: true },
    },
  }),
);
const deployed = { id: '000000000001', deployer: true };
const lock: Lock = {
  accounts: { 'example-identity': deployed, 'example-shop-sandbox': deployed, 'example-shop-prod': deployed },
};

test('a closing account is not destroyed: everything is denied there, and the message says what to do', () => {
  const businessUnits = organization.businessUnits.map((unit) => ({
    ...unit,
    phases: unit.phases.map((phase) => (phase.name === 'sandbox' ? { ...phase, life: 'closing' as const } : phase)),
  }));
  expect(() => destroyable({ organization: { ...organization, businessUnits }, lock }, 'example-shop-sandbox')).toThrow(
    'example-shop-sandbox is closing, everything is denied there, so that nothing can be destroyed any more',
  );
});

test.each([
  ['example-shop-test', 'example has no account example-shop-test'],
  ['example-identity', 'example-identity is not a runtime account'],
  ['example-shop-prod', 'example-shop-prod is protected: its phase prod says protect: true'],
])('%s is not destroyed, and the message names those that can be', (account, message) => {
  expect(() => destroyable({ organization, lock }, account)).toThrow(message);
  expect(() => destroyable({ organization, lock }, account)).toThrow(
    'unprotected runtime accounts: example-shop-sandbox, example-shop-dev',
  );
});

test('an account that was never deployed is not destroyed', () => {
  expect(() => destroyable({ organization, lock }, 'example-shop-dev')).toThrow('example-shop-dev was never deployed');
});

/** What destroying does to the world, in order. */
function recorded(destroy: () => Promise<string>): { readonly destruction: Destruction; readonly steps: unknown[] } {
  const steps: unknown[] = [];
  const step = (...what: readonly unknown[]) => Promise.resolve(void steps.push(what.length > 1 ? what : what[0]));
  const never = () => Promise.reject(new Error('destroying neither plans nor applies'));
  return {
    steps,
    destruction: {
      organization,
      lock,
      runner: {
        synthesize: async () => {
          await step('synthesize');
          return new Map();
        },
        rehearse: never,
        plan: never,
        apply: never,
        destroy: async (stack) => {
          await step('destroy', stack);
          return destroy();
        },
      },
      journal: { has: () => true, add: never, remove: () => step('forget what is done') },
      writeLock: (next) => step('lock', next.accounts?.['example-shop-sandbox'], next.accounts?.['example-shop-prod']),
    },
  };
}

const steps = [
  'forget what is done',
  ['lock', { ...deployed, deployer: false }, deployed],
  'synthesize',
  ['destroy', 'example-shop-sandbox'],
];

test('Terraform comes through the role that AWS put there, and an unfinished deployment takes nothing for done', async () => {
  const world = recorded(() => Promise.resolve('0 to add, 0 to change, 8 to destroy'));
  expect(await destroyAccount(world.destruction, 'example-shop-sandbox')).toBe('0 to add, 0 to change, 8 to destroy');
  expect(world.steps).toEqual(steps);
});

test('a destruction that fails leaves the lock as it has to be for the next one', async () => {
  const world = recorded(() => Promise.reject(new StackError('example-shop-sandbox', 'Error: no')));
  await expect(destroyAccount(world.destruction, 'example-shop-sandbox')).rejects.toThrow(StackError);
  expect(world.steps).toEqual(steps);
});

test('an account that may not be destroyed is left alone', async () => {
  const world = recorded(() => Promise.resolve(''));
  await expect(destroyAccount(world.destruction, 'example-shop-prod')).rejects.toThrow('is protected');
  expect(world.steps).toEqual([]);
});
