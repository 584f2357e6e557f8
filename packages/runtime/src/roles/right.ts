import type { PolicyStatement } from '@bulkhead/baseline';

/**
 * What can be done with what an account holds, by what it takes:
 *
 * - `debug`: settings that show more than how things are, what applications log, traces;
 * - `read-data`: rows, objects, records; people may be let do it where data is sanitized;
 * - `read-secrets`: they open what is elsewhere;
 * - `run`: whatever then acts with a workload's rights: shells, calls of functions, snapshots read block by block;
 * - `build`: everything in the services, where the account's boundary says what remains out of reach;
 * - `restart`, `scale` within what the pipeline set, `fail-over`: with what is deployed there already.
 */
export type RightClass = 'debug' | 'read-data' | 'read-secrets' | 'run' | 'build' | 'restart' | 'scale' | 'fail-over';

/** Actions on whatever there is in the account, under one condition. */
export interface Right {
  readonly actions: readonly string[];
  /** Not on what another account leaves open to everybody. */
  readonly ownAccount?: true;
  readonly condition?: NonNullable<PolicyStatement['Condition']>;
}

/** What the classes mean for one kind of services; a class that is missing means nothing there. */
export type ServiceRights = Readonly<Partial<Record<RightClass, readonly Right[]>>>;

/** Actions of a service, by their names without it. */
export function actionsOf(service: string, ...names: readonly string[]): readonly string[] {
  return names.map((name) => `${service}:${name}`);
}
