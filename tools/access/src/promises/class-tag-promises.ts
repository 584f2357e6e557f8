import { everybodyWhateverAllowed, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise, AccountPattern } from './promise.ts';

const stores = { where: 'own account', names: 'any-*' } as const;
const retags = { on: { queue: ['sqs:TagQueue'], table: ['dynamodb:TagResource'] } } as const;
const untags = { on: { queue: ['sqs:UntagQueue'], table: ['dynamodb:UntagResource'] } } as const;

const holding = (...classes: readonly string[]): AccountPattern => ({ ...runtimeAccounts, DataClass: classes });
const whoever = (place: AccountPattern) =>
  ({
    kinds: everybodyWhateverAllowed,
    names: ['!bulkhead/deployer*', '!OrganizationAccountAccessRole*'],
    in: place,
  }) as const;
const administrator = (place: AccountPattern) => ({ kinds: ['any-administrator'], in: place }) as const;
const builder = (place: AccountPattern) =>
  ({ kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: place }) as const;

/** What a store is called, and what somebody calls it from now on. */
const calls = (present: string, requested: string) =>
  ({ 'aws:ResourceTag/DataClass': present, 'aws:RequestTag/DataClass': requested }) as const;

const inProtectedClass = holding('sanitized', 'sensitive');

/** Classes that are lowered by nobody but who builds the account, where they are, and what is one below. */
const lowered = [
  { above: 'sanitized', below: 'synthetic', place: inProtectedClass },
  { above: 'sensitive', below: 'sanitized', place: holding('sensitive') },
] as const;

/** What a store is called says what leaves it: a class is raised by everybody, and lowered by who builds the account. */
export const classTagPromises: readonly AccessPromise[] = [
  ...lowered.flatMap(({ above, below, place }): readonly AccessPromise[] => [
    {
      sentence: `what is ${above} is called nothing less`,
      of: 'classes',
      who: whoever(place),
      does: retags,
      to: stores,
      context: calls(above, below),
      expected: 'denied',
      mayBeEmpty: true,
    },
    {
      sentence: `who builds an account calls ${below} what is ${above}`,
      of: 'classes',
      who: builder(place),
      does: retags,
      to: stores,
      context: calls(above, below),
      expected: 'allowed',
      mayBeEmpty: true,
    },
    {
      sentence: `what is ${below} stays so, and is called so again, beside what is ${above}`,
      of: 'classes',
      who: administrator(place),
      does: retags,
      to: stores,
      context: calls(below, below),
      expected: 'allowed',
      mayBeEmpty: true,
    },
  ]),
  {
    sentence: 'a store loses its class to nobody where it could be recognized',
    of: 'classes',
    who: whoever(inProtectedClass),
    does: untags,
    to: stores,
    context: { 'aws:TagKeys': ['Owner', 'DataClass'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'a store loses its class to who builds the account',
    of: 'classes',
    who: builder(inProtectedClass),
    does: untags,
    to: stores,
    context: { 'aws:TagKeys': ['DataClass'] },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'a store loses every other tag to who works in the account',
    of: 'classes',
    who: administrator(inProtectedClass),
    does: untags,
    to: stores,
    context: { 'aws:TagKeys': ['Owner'] },
    expected: 'allowed',
    mayBeEmpty: true,
  },
];
