import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator/index.js';
import { Construct } from 'constructs';

export interface DelegatedAdministratorProps {
  readonly accountId: string;
  readonly servicePrincipal: string;
}

/** Hands the administration of an AWS service to another account: the management account runs nothing. */
export class DelegatedAdministrator extends Construct {
  constructor(scope: Construct, id: string, props: DelegatedAdministratorProps) {
    super(scope, id);
    new OrganizationsDelegatedAdministrator(this, 'Default', props);
  }
}
