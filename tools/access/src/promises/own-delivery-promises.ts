import type { World } from '../world/world.ts';
import { runtimeAccounts } from './account-patterns.ts';
import { matchesAccount } from './matching.ts';
import type { AccessPromise } from './promise.ts';

/** What holds of each delivery account that is a unit's own: made from the accounts, so that none asks nothing. */
export function ownDeliveryPromises({ accounts }: Pick<World, 'accounts'>): readonly AccessPromise[] {
  const units = new Set(
    accounts.filter((each) => matchesAccount(runtimeAccounts, each)).map(({ tags }) => tags['BusinessUnit']),
  );
  return accounts
    .filter(({ tags }) => tags['Phase'] === 'delivery' && units.has(tags['BusinessUnit']))
    .map(({ name, tags }) => ({
      sentence: `pipelines in ${name} reach no state but that of their unit, whatever they are allowed`,
      of: 'own-delivery',
      who: { kinds: ['unlimited'], names: ['bulkhead/apply-*', 'bulkhead/plan-*'], in: { Account: name } },
      does: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      to: {
        ...{ kinds: ['object'], names: ['*-state-*', `!*-state-*/${tags['BusinessUnit'] ?? ''}/*`] },
        ...{ where: 'other account', in: { Phase: 'delivery' } },
      },
      expected: 'denied',
    }));
}
