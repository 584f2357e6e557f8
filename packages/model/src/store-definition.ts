import type { DataClass } from './values.ts';

/** Kinds of places for data, each with its own service of AWS. */
export const storeKinds = ['bucket', 'table', 'queue', 'topic', 'secret', 'bus', 'repository'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A place for data that a unit has in its accounts. Who else reaches it is said by grants, and by nothing else. */
export interface StoreDefinition<Phase extends string = string> {
  readonly kind: StoreKind;
  /** How sensitive the data in it is; by default the most sensitive that its account may hold. */
  readonly data?: DataClass;
  /** The phases in which the unit has it; by default all of the unit's. */
  readonly phases?: readonly Phase[];
}

/** Services of AWS that run a workload. */
export const workloadServices = ['ec2', 'ecs', 'lambda', 'eks', 'batch', 'states'] as const;
export type WorkloadService = (typeof workloadServices)[number];

/** What runs in a unit's accounts: its role is `/workload/<name>` in each of them, so that grants can name it. */
export interface WorkloadDefinition<Phase extends string = string> {
  readonly runsOn: WorkloadService;
  /** The phases in which it runs; by default all of the unit's. */
  readonly phases?: readonly Phase[];
}
