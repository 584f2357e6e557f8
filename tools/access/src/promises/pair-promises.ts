import type { Grant } from '@bulkhead/model';
import { classNames } from '../simulate/action-classes.ts';
import type { World } from '../world/world.ts';
import { runtimeAccounts } from './account-patterns.ts';
import { matchesAccount } from './matching.ts';
import { placesOf } from './granted-stores.ts';
import type { AccessPromise, AccountPattern } from './promise.ts';

/** Where `unguarded`, policies of the resources alone keep them out: guardrails of the organization are a second wall. */
const common = { expected: 'denied', throughOthers: true, butFor: 'workload/*' } as const;
const changes = ['administer-resource', 'delete-data', 'iam'] as const;

/**
 * What holds between every two units, and between every two phases of one organization, one promise each: they are made
 * from its accounts, so that a new unit or phase has its own.
 */
export function pairPromises(world: World, grants: readonly Grant[]): readonly AccessPromise[] {
  const accounts = world.accounts.filter((account) => matchesAccount(runtimeAccounts, account));
  const tagged = (key: 'BusinessUnit' | 'Phase') => [...new Set(accounts.flatMap(({ tags }) => tags[key] ?? []))];
  return [
    ...pairsOf(tagged('BusinessUnit')).flatMap(([one, other]) => betweenUnits(one, other, grants, world)),
    ...pairsOf(tagged('Phase')).flatMap(([one, other]) => betweenPhases(one, other)),
  ];
}

/** What a grant names is asked about by the grant's own promises. */
function betweenUnits(one: string, other: string, grants: readonly Grant[], world: World): readonly AccessPromise[] {
  const [from, to] = [inUnit(one), inUnit(other)];
  const granted = grants
    .filter((grant) => grant.from.unit === one && grant.to.unit === other)
    .flatMap((grant) => placesOf(grant, world).map((place) => `!${place}`));
  return [
    {
      ...common,
      sentence: `who works in an account of ${one} touches nothing of ${other}`,
      of: 'declared',
      who: { kinds: ['role', 'any-administrator', 'root'], in: from },
      does: classNames,
      to: { in: to },
      unguarded: true,
    },
    {
      ...common,
      sentence: `people of ${one} touch nothing of ${other}, whatever they become`,
      of: 'local-roles',
      who: { kinds: ['any-member'], names: `people/any-member-of-${one}-*`, in: { Phase: 'identity' } },
      does: classNames,
      to: { in: to },
      signIn: 'iam-users',
      mayBeEmpty: true,
    },
    {
      sentence: `a fully privileged workload of ${one} reaches no data of ${other} without a grant, though it knows the name`,
      of: 'declared',
      who: { kinds: ['unlimited'], names: 'workload/*', in: from },
      does: ['read-data', 'write-data', 'delete-data', 'administer-resource'],
      to: { in: to, places: granted },
      expected: 'denied',
      mayBeEmpty: true,
    },
  ];
}

function betweenPhases(one: string, other: string): readonly AccessPromise[] {
  const [from, to]: readonly [AccountPattern, AccountPattern] = [{ Phase: one }, { Phase: other }];
  return [
    {
      ...common,
      sentence: `what is lost in ${one} touches nothing in ${other}`,
      of: 'phases-apart',
      who: { kinds: ['role', 'any-administrator', 'root'], in: from },
      does: classNames,
      to: { in: to },
      unguarded: true,
    },
    {
      sentence: `what is lost in ${one} changes and deletes nothing in ${other}, grants or not, whatever it is allowed`,
      of: 'phases-apart',
      who: { kinds: ['unlimited'], in: from },
      does: changes,
      to: { in: to },
      expected: 'denied',
    },
  ];
}

const inUnit = (unit: string): AccountPattern => ({ ...runtimeAccounts, BusinessUnit: unit });

const pairsOf = (names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other] as const));
