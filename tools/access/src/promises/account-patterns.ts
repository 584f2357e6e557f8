import type { Context } from '../world/world.ts';
import type { AccountPattern } from './promise.ts';

/** Accounts in which business units run something. */
export const runtimeAccounts: AccountPattern = {
  Phase: ['!identity', '!shared-services', '!delivery', '!management', '!suspended'],
};

/** All accounts but the one that no guardrail binds. */
export const memberAccounts: AccountPattern = { Phase: '!management' };

/** Member accounts in which somebody works. */
export const workingAccounts: AccountPattern = { Phase: ['!management', '!suspended'] };

/** Somebody who signed in with a second factor five minutes ago. */
export const signedIn: Context = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '300' };

/** Whoever acts from within an account, as they are. */
export const everybody = ['any-administrator', 'role', 'user', 'any-member'] as const;

/** Whoever acts from within an account, as they are and with whatever they could be allowed besides. */
export const everybodyWhateverAllowed = [...everybody, 'unlimited', 'empowered'] as const;

export const assume = { actions: ['sts:AssumeRole'] } as const;
