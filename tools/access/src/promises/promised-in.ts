import type { World } from '../world/world.ts';
import { matchesAccount } from './matching.ts';
import type { AccessPromise } from './promise.ts';

/** Those that are made where people come in as they do: what the other way has is not promised here, and not asked. */
export const promisedIn = (
  { signIn }: Pick<World, 'signIn'>,
  promises: readonly AccessPromise[],
): readonly AccessPromise[] => promises.filter((each) => each.signIn === undefined || each.signIn === signIn);

/**
 * Those whose accounts are there: a promise that was written for one organization is not made any more once the phase or
 * account that it is about has gone.
 */
export const aboutAccountsThere = (
  { accounts }: Pick<World, 'accounts'>,
  promises: readonly AccessPromise[],
): readonly AccessPromise[] =>
  promises.filter(({ who, to }) =>
    [who.in, to.in].every((pattern) => accounts.some((account) => matchesAccount(pattern, account))),
  );
