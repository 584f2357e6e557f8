import type { RuntimeAccount } from './account.ts';
import { runtimeAccountsOf } from './accounts.ts';
import type { Organization } from './organization.ts';

/** The accounts of the same unit that take over from an account: those of phases that follow its phase. */
export function recoveryAccountsOf(
  organization: Organization,
  { unit, phase }: Pick<RuntimeAccount, 'unit' | 'phase'>,
): readonly RuntimeAccount[] {
  const following = organization.phases.filter(({ follows }) => follows === phase).map(({ name }) => name);
  return runtimeAccountsOf(organization).filter((each) => each.unit === unit && following.includes(each.phase));
}

/** The account of the same unit that an account takes over from; undefined where its phase follows none. */
export function recoveredAccountOf(
  organization: Organization,
  { unit, phase }: Pick<RuntimeAccount, 'unit' | 'phase'>,
): RuntimeAccount | undefined {
  const followed = organization.phases.find(({ name }) => name === phase)?.follows;
  return runtimeAccountsOf(organization).find((each) => each.unit === unit && each.phase === followed);
}
