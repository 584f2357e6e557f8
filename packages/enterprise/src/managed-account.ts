import { type Account, organizationAccountAccessRole } from '@bulkhead/model';
import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account/index.js';
import { Construct } from 'constructs';

export interface ManagedAccountProps {
  readonly account: Account;
  /** Organizational unit. */
  readonly parentId: string;
}

/** An AWS account. Terraform creates, moves and tags it; it never closes one, and never lets one go. */
export class ManagedAccount extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { account, parentId }: ManagedAccountProps) {
    super(scope, id);
    this.id = new OrganizationsAccount(this, 'Default', {
      name: account.name,
      email: account.email,
      parentId,
      roleName: organizationAccountAccessRole,
      iamUserAccessToBilling: 'DENY',
      closeOnDeletion: false,
      tags: account.tags,
      lifecycle: {
        preventDestroy: true,
        // cannot be read back; a difference in one of them would make a new account
        ignoreChanges: ['email', 'iam_user_access_to_billing', 'role_name'],
      },
    }).id;
  }
}
