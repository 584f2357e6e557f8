import type { StackContext } from '@bulkhead/baseline';
import { accountsOf, closedAccountsOf } from '@bulkhead/model';
import type { TerraformStack } from 'cdktf';

/**
 * Has Terraform forget accounts that a stack no longer manages, and destroy none: those that are closed, and those that
 * the lock knows and the definition doesn't. `prevent_destroy` protects a resource only as long as it stands in the
 * stack, and a destroyed account leaves the organization.
 *
 * Source: Terraform, lifecycle arguments and removed blocks; cdktf has no construct for the latter.
 */
export function forgetAccounts(stack: TerraformStack, { organization, lock }: StackContext): void {
  const managed = new Set(accountsOf(organization).map(({ name }) => name));
  const closed = closedAccountsOf(organization).map(({ name }) => name);
  const known = Object.keys(lock.accounts ?? {}).filter((name) => !managed.has(name));
  const forgotten = [...new Set([...closed, ...known])];
  if (forgotten.length === 0) return;
  const blocks = forgotten.map((name) => ({
    from: `aws_organizations_account.${name}`,
    lifecycle: { destroy: false },
  }));
  stack.addOverride('removed', blocks);
}
