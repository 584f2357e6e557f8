import type { World } from './world.ts';

/**
 * Machines for accounts that have none: a few that run all day in a group that can grow, and a group for batches, which
 * has none now and of which only its launch template says what it would launch.
 *
 * @param phases Instances per phase; accounts of other phases stay empty.
 */
export function addExampleWorkload(
  world: World,
  phases: Readonly<Record<string, number>> = { dev: 3, stage: 4, prod: 12, sandbox: 1 },
): void {
  for (const { id: accountId, tags, regions } of world.accounts) {
    const [region] = regions;
    const count = phases[tags['Phase'] ?? ''] ?? 0;
    if (region === undefined || count === 0) continue;
    const type = tags['Phase'] === 'sandbox' ? 't3.medium' : 'm5.12xlarge';
    const name = `web-${tags['Phase'] ?? ''}`;
    world.groups.push({
      accountId,
      region,
      name,
      minSize: 1,
      maxSize: count * 2,
      desiredCapacity: count,
      instanceTypes: [type],
      suspendedProcesses: [],
    });
    addBatchGroup(world, { accountId, region }, count);
    for (let index = 0; index < count; index += 1) {
      const id = `i-${accountId}${String(index).padStart(5, '0')}`;
      world.instances.push({ accountId, region, id, type, state: 'running', group: name });
    }
  }
}

function addBatchGroup(world: World, place: { readonly accountId: string; readonly region: string }, count: number) {
  const id = `lt-${place.accountId}00000`;
  world.launchTemplates.push({
    ...place,
    id,
    name: 'batch',
    versions: ['m5.large', 'm5.xlarge'],
    defaultVersion: 2,
  });
  world.groups.push({
    ...place,
    name: 'batch',
    minSize: 0,
    maxSize: count,
    desiredCapacity: 0,
    instanceTypes: [],
    launchTemplate: { id, version: '$Default' },
    suspendedProcesses: [],
  });
}
