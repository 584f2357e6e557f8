import type { RuntimeAccount } from './account.ts';
import { runtimeAccountsOf } from './accounts.ts';
import type { Organization } from './organization.ts';

/** Disaster recovery: the one phase that takes over. Any other phase that follows one takes its settings, and no data. */
export const recoveryPhase = 'dr';

/** The phase that a phase takes over from; undefined where it takes over from none. */
export function recoveredPhase({ phases }: Pick<Organization, 'phases'>, phase: string): string | undefined {
  return phase === recoveryPhase ? phases.find(({ name }) => name === phase)?.follows : undefined;
}

/** The accounts of the same unit that take over from an account. */
export function recoveryAccountsOf(
  organization: Organization,
  { unit, phase }: Pick<RuntimeAccount, 'unit' | 'phase'>,
): readonly RuntimeAccount[] {
  return runtimeAccountsOf(organization).filter(
    (each) => each.unit === unit && recoveredPhase(organization, each.phase) === phase,
  );
}

/** The account of the same unit that an account takes over from; undefined where its phase takes over from none. */
export function recoveredAccountOf(
  organization: Organization,
  { unit, phase }: Pick<RuntimeAccount, 'unit' | 'phase'>,
): RuntimeAccount | undefined {
  const recovered = recoveredPhase(organization, phase);
  return runtimeAccountsOf(organization).find((each) => each.unit === unit && each.phase === recovered);
}
