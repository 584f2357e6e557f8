import type { ListedAccount } from './account-directory.ts';
import type { DesiredAccount } from './desired-limits.ts';

/** Whether an account of the definition can be worked on, and if not, what stands in the way. */
export type AccountStanding =
  | { readonly kind: 'active'; readonly id: string }
  | {
      readonly kind: 'not-in-lock' | 'missing' | 'twice-by-name' | 'other-name' | 'pending' | 'suspended' | 'closed';
      readonly reason: string;
    };

/**
 * How an account stands in AWS. Closed accounts stay listed for 90 days, so that a name may come back: only open ones
 * count as twice. Source: Account Management Reference Guide, close an account.
 */
export function accountStanding(account: DesiredAccount, listed: readonly ListedAccount[]): AccountStanding {
  const { name, id } = account;
  const open = listed.filter((each) => each.name === name && !isClosed(each));
  if (open.length > 1) {
    const ids = open.map((each) => each.id).join(', ');
    return {
      kind: 'twice-by-name',
      reason: `AWS lists ${open.length} accounts named ${name} (${ids}), rename or close the one that is not in the lock`,
    };
  }
  if (id === null) {
    const found = open[0] ? `AWS lists it as ${open[0].id}` : 'AWS lists no account of that name';
    return {
      kind: 'not-in-lock',
      reason: `the lock has no id for ${name}, and ${found}; deploy the organization, which writes the id to the lock`,
    };
  }
  const own = listed.find((each) => each.id === id);
  if (!own) {
    return {
      kind: 'missing',
      reason: `AWS lists no account ${id}, which the lock has for ${name}; deploy the organization or correct the lock`,
    };
  }
  if (own.name !== name) {
    return {
      kind: 'other-name',
      reason: `AWS calls account ${id} ${own.name}, the lock calls it ${name}; correct the id in the lock or the name`,
    };
  }
  return standingOf(own);
}

const isClosed = ({ state }: ListedAccount) => state === 'suspended' || state === 'closing' || state === 'closed';

function standingOf({ id, state }: ListedAccount): AccountStanding {
  switch (state) {
    case 'active':
      return { kind: 'active', id };
    case 'pending':
      return { kind: 'pending', reason: `account ${id} is still being created, plan again when AWS has finished` };
    case 'suspended':
      return {
        kind: 'suspended',
        reason: `account ${id} is suspended, ask AWS Support or take it out of the definition`,
      };
    case 'closing':
    case 'closed':
      return { kind: 'closed', reason: `account ${id} is ${state}, take it out of the definition` };
  }
}
