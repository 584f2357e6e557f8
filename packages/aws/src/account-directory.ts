import {
  type Account,
  type AccountState,
  type OrganizationsClient,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import type { AccountDirectory, ListedAccount } from '@bulkhead/controller';
import { reaching } from './access-error.ts';
import { globalRegion } from './global-region.ts';
import { itemsOfPages } from './items-of-pages.ts';

/** IAM actions that the directory uses, where it is asked from. */
export const accountDirectoryActions = ['organizations:ListAccounts'] as const;

export interface AccountDirectoryOptions {
  readonly client: OrganizationsClient;
  /** ARN of the role as which the client acts: management, or an account that may read the organization. */
  readonly role: string;
}

const states: Readonly<Record<AccountState, ListedAccount['state']>> = {
  ACTIVE: 'active',
  CLOSED: 'closed',
  PENDING_ACTIVATION: 'pending',
  PENDING_CLOSURE: 'closing',
  SUSPENDED: 'suspended',
};

/** AWS Organizations as the directory of accounts. */
export function accountDirectory({ client, role }: AccountDirectoryOptions): AccountDirectory {
  const site = { action: accountDirectoryActions[0], role, region: globalRegion };
  return {
    list: () =>
      reaching(site, async () => {
        const accounts = await itemsOfPages(paginateListAccounts({ client }, {}), ({ Accounts }) => Accounts);
        return accounts.flatMap((account): readonly ListedAccount[] =>
          account.Id === undefined ? [] : [{ id: account.Id, name: account.Name ?? '', state: stateOf(account) }],
        );
      }),
  };
}

/**
 * Status, which called a closed account suspended, was announced to go on 2026-09-09 (Organizations User Guide).
 * An account in a state that is not known here is left alone like a suspended one.
 */
function stateOf({ State, Status }: Account): ListedAccount['state'] {
  const state = State ?? Status;
  return (state && states[state]) ?? 'suspended';
}
