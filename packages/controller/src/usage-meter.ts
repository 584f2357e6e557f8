import type { Place } from './place.ts';

/** Instances in a place by type. What is stopped counts in no quota. */
export interface Usage {
  /** On-Demand, pending and running. */
  readonly running: ReadonlyMap<string, number>;
  /** Spot, pending and running: pools of their own. */
  readonly spot: ReadonlyMap<string, number>;
  /** What Auto Scaling groups may still launch on top of what runs: the sum of what each lacks to its maximum. */
  readonly committed: ReadonlyMap<string, number>;
}

/** Counts instances. Rejects with an AccessError where the place can't be reached. */
export interface UsageMeter {
  usage(place: Place): Promise<Usage>;
}
