import type { AccountPattern } from './promise.ts';

/** Accounts in which business units run something. */
export const runtimeAccounts: AccountPattern = { Phase: ['!identity', '!shared-services', '!delivery', '!management'] };

/** All accounts but the one that no guardrail binds. */
export const memberAccounts: AccountPattern = { Phase: '!management' };
