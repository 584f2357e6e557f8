import { findVcpu, quotaPools } from '@bulkhead/model';
import type { World } from './world.ts';

const standard = quotaPools.find(({ name }) => name === 'standard');

/** Quotas of accounts in use: what runs was granted at some time, and as much again. */
export function grantWhatRuns(world: World): void {
  if (!standard) return;
  for (const { id: accountId, regions } of world.accounts) {
    for (const region of regions) {
      const vcpu = world.instances
        .filter((instance) => instance.accountId === accountId && instance.region === region)
        .reduce((sum, { type }) => sum + (findVcpu(type) ?? 0), 0);
      if (vcpu * 2 <= standard.defaultVcpu) continue;
      world.quotas.push({ accountId, region, quotaCode: standard.onDemandQuotaCode, value: vcpu * 2 });
    }
  }
}
