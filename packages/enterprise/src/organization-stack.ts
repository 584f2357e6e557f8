import { AccountStack, type StackContext, managementUnit } from '@bulkhead/baseline';
import { freezePoliciesOf } from '@bulkhead/guardrails';
import {
  type Organization,
  accountsOf,
  enterpriseAccountKinds,
  enterpriseAccountName,
  organizationStackName,
  organizationalUnitsOf,
  usedRegions,
} from '@bulkhead/model';
import { IamOrganizationsFeatures } from '@cdktf/provider-aws/lib/iam-organizations-features/index.js';
import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization/index.js';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { addSpend } from './add-spend.ts';
import { BackupSettings, backupService, copiesBackups } from './backup-settings.ts';
import { BillingExports } from './billing-exports.ts';
import { ControllerDelegation } from './controller-delegation.ts';
import { delegateAdministration } from './delegate-administration.ts';
import { forgetAccounts } from './forget-accounts.ts';
import { ManagedAccount } from './managed-account.ts';
import { managementAccount } from './management-account.ts';
import { addOptInRegions } from './opt-in-regions.ts';
import { OrganizationDeployer } from './organization-deployer.ts';
import { OrganizationalUnit } from './organizational-unit.ts';
import { SpendReaderRole } from './spend-reader-role.ts';
import { telemetryFlowOf } from './telemetry-flow.ts';
import { policyTypes, trustedServices } from './trusted-services.ts';

/** Home, every Region in which an account's service may have to be told who administers it, and that of billing. */
function regionsOf(organization: Organization): readonly [home: string, ...further: string[]] {
  const [home, ...further] = usedRegions(organization);
  return [home, ...new Set([...further, billingRegion].filter((region) => region !== home))];
}

/** Where AWS exports billing data from. */
const billingRegion = 'us-east-1';

/** The management account: the organization, its units and accounts, and what each of them may spend. */
export class OrganizationStack extends AccountStack {
  constructor(scope: Construct, context: StackContext) {
    const { organization, lock } = context;
    super(scope, organizationStackName(organization.name), {
      context,
      unit: managementUnit,
      account: { ...managementAccount(context), regions: regionsOf(organization) },
    });

    const backup = copiesBackups(organization) ? [backupService] : [];
    const root = new OrganizationsOrganization(this, 'organization', {
      featureSet: 'ALL',
      // AWS lets an account administer a service only where the organization trusts it
      awsServiceAccessPrincipals: [
        ...new Set([...trustedServices, ...backup, ...organization.enterprise.delegated]),
      ].sort(),
      enabledPolicyTypes: [...policyTypes],
      lifecycle: { preventDestroy: true },
    });
    const existing = organization.origin === 'existing' ? lock.organization?.id : undefined;
    if (existing !== undefined) root.importFrom(existing);
    new IamOrganizationsFeatures(this, 'root-access', {
      enabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
      dependsOn: [root],
    });

    if (backup.length > 0) new BackupSettings(this, 'backup').node.addDependency(root);
    const rootId = root.roots.get(0).id;
    const units = this.#addUnits(rootId, organizationalUnitsOf(organization));
    const accounts = accountsOf(organization).map((account) => ({
      account,
      id: new ManagedAccount(this, account.name, { account, parentId: units[account.organizationalUnit] ?? rootId }).id,
    }));
    forgetAccounts(this, context);
    addSpend(this, context, accounts);
    addOptInRegions(this, accounts, usedRegions(organization));
    const accountIds = new Map(accounts.map(({ account, id }) => [account.name, id]));
    const securityAdministered = delegateAdministration(this, context, { accountIds, providers: this.providers });
    new OrganizationDeployer(this, 'deployer', context);
    this.#letControllerIn(context, root);
    this.#exportBilling(context);

    this.putIntoLock({
      organization: {
        id: root.id,
        rootId,
        managementAccountId: root.masterAccountId,
        ...(securityAdministered && { securityAdministered }),
      },
      organizationalUnits: units,
      accounts: Object.fromEntries(accounts.map(({ account, id }) => [account.name, { id }])),
    });
  }

  /** Ids by path. */
  #addUnits(rootId: string, paths: readonly string[]): Readonly<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const path of paths) {
      const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
      const parentId = ids[parent] ?? rootId;
      ids[path] = new OrganizationalUnit(this, `unit-${path.replaceAll('/', '-')}`, { path, parentId }).id;
    }
    return ids;
  }

  /** Comes once the lock has the ids that its policies have to name. */
  #letControllerIn({ organization, lock }: StackContext, dependsOn: ITerraformDependable): void {
    const { id: organizationId, managementAccountId } = lock.organization ?? {};
    const deliveryAccountId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
    if (organizationId === undefined || managementAccountId === undefined || deliveryAccountId === undefined) return;
    new SpendReaderRole(this, 'spend-reader', { deliveryAccountId });
    new ControllerDelegation(this, 'controller-delegation', {
      organizationId,
      managementAccountId,
      deliveryAccountId,
      freezablePhases: freezePoliciesOf(organization).map(({ phase }) => phase),
      dependsOn,
    });
  }

  /** Comes once the lock has the ids that its policies have to name. */
  #exportBilling(context: StackContext): void {
    const { organization, lock } = context;
    const named = enterpriseAccountKinds.every(
      (kind) => lock.accounts?.[enterpriseAccountName(organization.name, kind)],
    );
    if (lock.organization?.managementAccountId === undefined || !named) return;
    const flow = telemetryFlowOf(context);
    new BillingExports(this, 'billing-exports', {
      flow,
      provider: this.providerIn(flow.home),
      billingProvider: this.providerIn(billingRegion),
      replicated: lock.sharedServices?.keys?.[flow.home] !== undefined,
    });
  }
}
