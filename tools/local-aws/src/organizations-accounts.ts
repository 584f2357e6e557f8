import {
  type Account,
  DescribeAccount$,
  type DescribeAccountCommandInput,
  type DescribeAccountCommandOutput,
  ListAccounts$,
  type ListAccountsCommandInput,
  type ListAccountsCommandOutput,
  ListAccountsForParent$,
  type ListAccountsForParentCommandInput,
  type ListAccountsForParentCommandOutput,
  ListTagsForResource$,
  type ListTagsForResourceCommandInput,
  type ListTagsForResourceCommandOutput,
} from '@aws-sdk/client-organizations';
import { AwsError } from './aws-error.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { organizationArn, organizationPage, reads } from './organizations-access.ts';
import type { World, WorldAccount } from './world.ts';

/** An account as Organizations shows it. `Status` was announced to go on 2026-09-09: only `State` is left. */
function describe(account: WorldAccount, world: World): Account {
  const { id } = account;
  return {
    Id: id,
    Arn: organizationArn(world, `account/${world.organization.id}/${id}`),
    Email: account.email,
    Name: account.name,
    State: account.state,
    Paths: [`${pathOf(account.parentId, world)}/${id}/`],
    JoinedMethod: id === world.organization.managementAccountId ? 'INVITED' : 'CREATED',
    JoinedTimestamp: new Date('2024-01-01T00:00:00Z'),
  };
}

function pathOf(parentId: string, world: World): string {
  const unit = world.organizationalUnits.find(({ id }) => id === parentId);
  return unit ? `${pathOf(unit.parentId, world)}/${unit.id}` : `${world.organization.id}/${parentId}`;
}

export function getParent(id: string | undefined, { world }: Call): string {
  const known = [world.organization.rootId, ...world.organizationalUnits.map((unit) => unit.id)];
  if (id === undefined || !known.includes(id)) {
    throw new AwsError('ParentNotFoundException', 'You specified a parent that does not exist.');
  }
  return id;
}

export const accountOperations: readonly Operation[] = [
  operation<ListAccountsCommandInput, ListAccountsCommandOutput>(
    ListAccounts$,
    (input, call) => {
      const { page, rest } = organizationPage(call.world.accounts, input, call);
      return { Accounts: page.map((account) => describe(account, call.world)), ...rest };
    },
    reads('ListAccounts'),
  ),
  operation<ListAccountsForParentCommandInput, ListAccountsForParentCommandOutput>(
    ListAccountsForParent$,
    (input, call) => {
      const parent = getParent(input.ParentId, call);
      const accounts = call.world.accounts.filter(({ parentId }) => parentId === parent);
      const { page, rest } = organizationPage(accounts, input, call);
      return { Accounts: page.map((account) => describe(account, call.world)), ...rest };
    },
    reads('ListAccountsForParent'),
  ),
  operation<DescribeAccountCommandInput, DescribeAccountCommandOutput>(
    DescribeAccount$,
    ({ AccountId }, { world }) => {
      const account = world.accounts.find(({ id }) => id === AccountId);
      if (!account) {
        throw new AwsError('AccountNotFoundException', "You specified an account that doesn't exist.");
      }
      return { Account: describe(account, world) };
    },
    reads('DescribeAccount'),
  ),
  operation<ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput>(
    ListTagsForResource$,
    (input, call) => {
      const tags = call.world.accounts.find(({ id }) => id === input.ResourceId)?.tags;
      const known = [
        call.world.organization.rootId,
        ...[...call.world.organizationalUnits, ...call.world.policies].map(({ id }) => id),
      ];
      if (!tags && !known.includes(input.ResourceId ?? '')) {
        throw new AwsError('TargetNotFoundException', "You specified a target that doesn't exist.");
      }
      const { page, rest } = organizationPage(Object.entries(tags ?? {}), input, call);
      return { Tags: page.map(([Key, Value]) => ({ Key, Value })), ...rest };
    },
    reads('ListTagsForResource'),
  ),
];
