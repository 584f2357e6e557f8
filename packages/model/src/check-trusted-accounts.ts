import type { Draft } from './draft.ts';
import { type Problem, listedTwice, problemAt } from './problem.ts';

/** Checks that an account outside is trusted once: two reasons for one account would hide each other. */
export function checkTrustedAccounts({ enterprise }: Draft): readonly Problem[] {
  const accounts = (enterprise?.guardrails?.trustedAccounts ?? []).map((each) => each?.account);
  return accounts.flatMap((account, index) =>
    account !== undefined && accounts.indexOf(account) < index
      ? [
          problemAt(
            ['enterprise', 'guardrails', 'trustedAccounts', index, 'account'],
            `${listedTwice}, name all of its services there`,
            account,
          ),
        ]
      : [],
  );
}
