import { ids } from '../small-organization.fixture.ts';
import { worldOf } from '../simulate/ask.fixture.ts';
import { housePromises } from './house-promises.ts';
import { pairPromises } from './pair-promises.ts';
import type { AccessPromise } from './promise.ts';
import { aboutAccountsThere, promisedIn } from './promised-in.ts';
import { permissionSetPromises } from './permission-set-promises.ts';

const assigned = {
  organization: {
    'aws_ssoadmin_permission_set.appeng': { name: 'appeng-dev' },
    'aws_ssoadmin_account_assignment.dev': {
      permission_set_arn: '${aws_ssoadmin_permission_set.appeng.arn}',
      ...{ target_id: ids.dev, principal_id: 'group-1' },
    },
  },
};
const worlds = { 'iam-users': worldOf(), 'identity-center': worldOf(assigned) };

const sentencesOnlyOf = (mode: keyof typeof worlds) => {
  const world = worlds[mode];
  const made = [...housePromises, ...permissionSetPromises(world), ...pairPromises(world, [])];
  return promisedIn(world, made).flatMap(({ signIn, sentence }) => (signIn === undefined ? [] : [sentence]));
};

test('how people sign in is seen in the Terraform: permission sets are of Identity Center', () => {
  expect(Object.entries(worlds).map(([mode, { signIn }]) => [mode, signIn])).toEqual([
    ['iam-users', 'iam-users'],
    ['identity-center', 'identity-center'],
  ]);
});

test('these promises are made only where people are users of IAM', () => {
  expect(sentencesOnlyOf('iam-users')).toEqual([
    'people become nobody without a second factor, whatever they are allowed',
    'people become nobody with a second factor of yesterday, whatever they are allowed',
    'people do nothing else without a second factor, whatever they are allowed besides',
    'local roles let nobody in but people: no role of identity either, whatever it is allowed',
    'people change their own password and add a device without one',
    'people take a device away with a second factor only',
    'people change the password and device of nobody else',
    'platform engineers run the controller, signed in with a second factor',
    'security administrators take a lost password, device or membership away',
    'engineers make nothing where data is not harmless: they have no role that does',
    'people who sign in read no data where it could be recognized, whatever they become but a granted workload',
    'people take a device away with a second factor only, whatever their groups say',
    'people of shop touch nothing of bi, whatever they become',
    'people of bi touch nothing of shop, whatever they become',
  ]);
});

test('these promises are made only where people come from Identity Center', () => {
  expect(sentencesOnlyOf('identity-center')).toEqual([
    'what Identity Center makes in an account leads into local roles, and to nothing else',
    'what Identity Center makes in an account opens no other one, not even where a role lets everybody in',
    'local roles let in permission sets only: no other role, not one of the same name, whatever it is allowed',
    'security administrators take a lost password or device away in the directory, and stop somebody',
    'security administrators make nobody in the directory, and nobody a member of anything',
    'in identity permission sets and who has them are changed by nobody but who builds it',
    'in identity nobody whom somebody makes there takes a password or device of the directory away',
    'who builds identity writes permission sets and assigns them',
    'people who come from Identity Center read no data where it could be recognized, whatever they become',
    'engineers who come from Identity Center make nothing where data is not harmless: they have no role that does',
    'who comes to appeng from Identity Center becomes it in that account',
    'no other role lets in who comes to appeng from Identity Center, whatever the permission set is allowed',
  ]);
});

const inDev = { kinds: ['any-administrator'], in: { Phase: 'dev' } } as const;
const promise: AccessPromise = {
  ...{ sentence: 'a promise', of: 'walls', who: inDev, does: { actions: ['sqs:CreateQueue'] } },
  ...{ to: { kinds: ['queue'] }, expected: 'denied' },
};

test.each([
  ['accounts that are there', {}, true],
  ['somebody in an account that is not there', { who: { ...inDev, in: { Phase: 'sandbox' } } }, false],
  ['a resource in an account that is not there', { to: { kinds: ['queue'], in: { Account: 'example-gone' } } }, false],
])('a promise about %s: whether it is made', (_, changed, made) => {
  expect(aboutAccountsThere(worldOf(), [{ ...promise, ...changed }])).toHaveLength(made ? 1 : 0);
});

test('every sentence that is promised of one way to sign in is promised where people come in the other way', () => {
  const standFor = (mode: keyof typeof worlds) =>
    new Set(promisedIn(worlds[mode], housePromises).map((each) => each.of));
  expect([...standFor('iam-users')].sort()).toEqual([...standFor('identity-center')].sort());
});
