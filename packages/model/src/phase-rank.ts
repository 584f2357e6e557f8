import type { Organization } from './organization.ts';

/**
 * How far a phase is on the way to customers: its place in the definition. A phase that follows another one is as far as
 * that one.
 */
export function phaseRank({ phases }: Pick<Organization, 'phases'>, phase: string): number {
  const index = phases.findIndex(({ name }) => name === phase);
  const follows = phases[index]?.follows;
  return follows === undefined ? index : phaseRank({ phases }, follows);
}
