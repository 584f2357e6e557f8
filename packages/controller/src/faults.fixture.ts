import type { QuotaDesk } from './quota-desk.ts';

/**
 * What goes wrong at a call: it has no effect, its effect is there but the answer is lost, and the process dies before or
 * after it, so that no later call has an effect either.
 */
export const faults = ['no effect', 'answer lost', 'killed before', 'killed after'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyDesk extends QuotaDesk {
  readonly calls: () => number;
}

/** A desk that fails at its n-th call, counted from 1; at none by default. */
export function faultyDesk(desk: QuotaDesk, at = 0, fault: Fault = 'no effect'): FaultyDesk {
  let calls = 0;
  const call = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const here = ++calls;
    const dead = fault.startsWith('killed') && at > 0 && here > at;
    if (here !== at && !dead) return run();
    if (!dead && (fault === 'answer lost' || fault === 'killed after')) await run();
    throw new Error(`${fault} at call ${at}`);
  };
  return {
    quotas: (place) => call(() => desk.quotas(place)),
    requests: (place) => call(() => desk.requests(place)),
    automaticManagement: (place) => call(() => desk.automaticManagement(place)),
    request: (place, quotaCode, vcpu) => call(() => desk.request(place, quotaCode, vcpu)),
    calls: () => calls,
  };
}
