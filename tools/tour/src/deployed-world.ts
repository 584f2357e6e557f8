import { join } from 'node:path';
import { type World, exampleWorld, readLock } from '@bulkhead/local-aws';
import type { SampleInput } from '@bulkhead/sample-billing';

/** An organization in use, and its bill. */
export interface DeployedWorld {
  readonly world: World;
  /** The last month is still open. */
  readonly billing: SampleInput;
}

/**
 * The organization as if it were in use.
 *
 * @param folder The organization's folder, like `apps/acme`.
 * @throws Error that says what to do where its lock has no ids of accounts
 */
export function deployedWorld(folder: string, organization: string, today: string): DeployedWorld {
  const { accounts = {} } = readLock(join(folder, 'organization.lock.json'));
  const world = exampleWorld(folder, organization, today);
  if (world.billing && Object.keys(accounts).length > 0) return { world, billing: world.billing };
  throw new Error(
    `${organization} has no ids of accounts in its organization.lock.json, so there is nothing to limit or to bill: ` +
      'deploy it, or take the tour with an organization that is deployed, like acme',
  );
}
