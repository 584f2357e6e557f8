import type { World } from './world.ts';

/**
 * Machines for accounts that have none: a few that run all day, and a group that can grow.
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
    for (let index = 0; index < count; index += 1) {
      const id = `i-${accountId}${String(index).padStart(5, '0')}`;
      world.instances.push({ accountId, region, id, type, state: 'running', group: name });
    }
  }
}
