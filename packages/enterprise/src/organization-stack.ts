import { AccountStack, type StackContext, managementUnit } from '@bulkhead/baseline';
import { freezePoliciesOf } from '@bulkhead/guardrails';
import {
  type Account,
  type Organization,
  accountsOf,
  delegationsOf,
  enterpriseAccountName,
  organizationStackName,
  organizationalUnitsOf,
  usedRegions,
} from '@bulkhead/model';
import { IamOrganizationsFeatures } from '@cdktf/provider-aws/lib/iam-organizations-features/index.js';
import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization/index.js';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { AccountBudget } from './account-budget.ts';
import { ControllerDelegation } from './controller-delegation.ts';
import { CostCategory } from './cost-category.ts';
import { DelegatedAdministrator } from './delegated-administrator.ts';
import { ManagedAccount } from './managed-account.ts';
import { managementAccount } from './management-account.ts';
import { OrganizationDeployer } from './organization-deployer.ts';
import { OrganizationalUnit } from './organizational-unit.ts';
import { RegionalAdministrator } from './regional-administrator.ts';
import { SpendReaderRole } from './spend-reader-role.ts';
import { TrailAdministrator } from './trail-administrator.ts';

/** Services that act in every account. Terraform takes the list for the whole: what is left out is disabled. */
const trustedServices = [
  'access-analyzer.amazonaws.com',
  'account.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'guardduty.amazonaws.com',
  'iam.amazonaws.com',
  'securityhub.amazonaws.com',
  'servicequotas.amazonaws.com',
  'sso.amazonaws.com',
  'tagpolicies.tag.amazonaws.com',
];

/** Disabling a type of policy detaches all of its policies, everywhere and for good. */
const policyTypes = ['DECLARATIVE_POLICY_EC2', 'RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY', 'TAG_POLICY'];

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

    const root = new OrganizationsOrganization(this, 'organization', {
      featureSet: 'ALL',
      // AWS lets an account administer a service only where the organization trusts it
      awsServiceAccessPrincipals: [...new Set([...trustedServices, ...organization.enterprise.delegated])].sort(),
      enabledPolicyTypes: policyTypes,
      lifecycle: { preventDestroy: true },
    });
    const existing = organization.origin === 'existing' ? lock.organization?.id : undefined;
    if (existing !== undefined) root.importFrom(existing);
    new IamOrganizationsFeatures(this, 'root-access', {
      enabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
      dependsOn: [root],
    });

    const rootId = root.roots.get(0).id;
    const units = this.#addUnits(rootId, organizationalUnitsOf(organization));
    const accounts = accountsOf(organization).map((account) => ({
      account,
      id: new ManagedAccount(this, account.name, { account, parentId: units[account.organizationalUnit] ?? rootId }).id,
    }));
    this.#addSpend(accounts);
    const securityAdministered = this.#delegate(
      context,
      new Map(accounts.map(({ account, id }) => [account.name, id])),
    );
    new OrganizationDeployer(this, 'deployer', context);
    this.#letControllerIn(context, root);

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

  #addSpend(accounts: readonly { readonly account: Account; readonly id: string }[]): void {
    for (const { account, id: accountId } of accounts) {
      if (account.budget) {
        new AccountBudget(this, `budget-${account.name}`, { account, budget: account.budget, accountId });
      }
    }
    for (const [name, key] of Object.entries({ BusinessUnit: 'unit', Phase: 'phase' } as const)) {
      const accountsByValue = new Map<string, readonly string[]>();
      for (const { account, id } of accounts) {
        accountsByValue.set(account[key], [...(accountsByValue.get(account[key]) ?? []), id]);
      }
      new CostCategory(this, `cost-category-${name}`, { name, accountsByValue });
    }
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

  /**
   * Hands out the administration of services, to accounts by their names. Returns whether that of GuardDuty and Security
   * Hub is, which waits for the detectors of the account.
   */
  #delegate({ organization, lock }: StackContext, accountIds: ReadonlyMap<string, string>): boolean {
    const detectors = lock.sharedServices?.detectors ?? {};
    const regions = regionsOf(organization).filter((region) => detectors[region] !== undefined);
    for (const { service, account, by } of delegationsOf(organization)) {
      const accountId = accountIds.get(account) ?? '';
      const name = service.replace('.amazonaws.com', '').replaceAll('.', '-');
      if (by === 'cloudtrail') new TrailAdministrator(this, `delegate-${name}`, { accountId });
      if (by === 'organizations') {
        new DelegatedAdministrator(this, `delegate-${name}`, { accountId, servicePrincipal: service });
      }
      if (by === 'guardduty' || by === 'securityhub') {
        for (const region of regions) {
          new RegionalAdministrator(this, `delegate-${name}-${region}`, {
            accountId,
            service: by,
            provider: this.providerIn(region),
          });
        }
      }
    }
    return regions.length > 0;
  }
}
