import { type Grant, granteeArn, storeArn, storeKeyAlias } from '@bulkhead/model';
import { matchesPattern } from '../policy/matches-pattern.ts';
import type { Account, Principal, Resource, World } from '../world/world.ts';

const accountNamed = ({ accounts }: Pick<World, 'accounts'>, name: string): Account | undefined =>
  accounts.find((account) => account.name === name);

/** Whether a principal is the role of a grant, as it is or whatever it is allowed. */
export function isGrantee(grant: Grant, { arn, account }: Principal): boolean {
  return account?.name === grant.from.account && arn === granteeArn(grant, account.id);
}

/** Whether a resource is the store of a grant, lies in it, or is its key. */
export function partOfStore({ to }: Grant, { arn, kind, account, aliases }: Resource): 'store' | 'key' | undefined {
  if (account.name !== to.account) return undefined;
  if (kind === 'key') return aliases?.includes(`alias/${storeKeyAlias(to)}`) ? 'key' : undefined;
  const own = storeArn(to, account.id);
  return matchesPattern(own, arn) || (to.kind === 'bucket' && arn.startsWith(`${own}/`)) ? 'store' : undefined;
}

/** The role of a grant, and what in the world is its store; undefined where the world has no such role. */
export function grantedIn(
  grant: Grant,
  world: World,
):
  | { readonly role: Principal; readonly resources: readonly Resource[]; readonly keys: readonly Resource[] }
  | undefined {
  const role = world.principals.find((each) => each.kind === 'role' && isGrantee(grant, each));
  if (!role || !accountNamed(world, grant.to.account)) return undefined;
  const real = world.resources.filter(({ example }) => !example);
  return {
    role,
    resources: real.filter((each) => partOfStore(grant, each) === 'store'),
    keys: real.filter((each) => partOfStore(grant, each) === 'key'),
  };
}
