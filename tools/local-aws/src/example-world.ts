import { join } from 'node:path';
import { billingOfWorld } from './billing-of-world.ts';
import { monthAfter } from './cost-periods.ts';
import { addExampleStores } from './example-stores.ts';
import { addExampleWorkload } from './example-workload.ts';
import { grantWhatRuns } from './grant-what-runs.ts';
import { readLock, readTerraformStacks } from './read-organization.ts';
import type { World } from './world.ts';
import { worldFromTerraform } from './world-from-terraform.ts';

/**
 * An organization as if it had been deployed and were in use: its accounts, machines that run in them, stores of data,
 * and 14 months of charges, the last of which is open.
 *
 * @param folder The organization's folder, like `apps/acme`; it has to be synthesized.
 * @param today Day in UTC, `YYYY-MM-DD`.
 * @throws Error that says how to synthesize where that is missing
 */
export function exampleWorld(folder: string, organization: string, today: string): World {
  const world = worldFromTerraform(
    readTerraformStacks(join(folder, 'cdktf.out', 'stacks')),
    readLock(join(folder, 'organization.lock.json')),
  );
  const month = monthAfter(today, 0).slice(0, 7);
  world.billing = { ...billingOfWorld(world, organization, month), openLastMonth: true };
  addExampleWorkload(world);
  addExampleStores(world);
  grantWhatRuns(world);
  return world;
}
