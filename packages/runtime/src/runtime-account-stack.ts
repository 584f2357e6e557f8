import { AccountStack, type StackContext, accountId, addBaseline, memberAccount } from '@bulkhead/baseline';
import { type RuntimeAccount, enterpriseAccountName, sharedServicesBucketName } from '@bulkhead/model';
import { Route53ResolverQueryLogConfig } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config/index.js';
import type { Construct } from 'constructs';
import { addBackup } from './backup/add-backup.ts';
import { addBoundary } from './boundary/add-boundary.ts';
import { ControllerRole } from './controller-role.ts';
import { addDataEvents } from './data-events/add-data-events.ts';
import { addLocalRoles } from './local-roles.ts';
import { sealParts } from './seal-parts.ts';
import { addStores } from './stores/add-stores.ts';
import type { MadeStore } from './stores/store-props.ts';
import { TelemetryAgent } from './telemetry-agent.ts';
import { VpcTelemetry } from './vpc-telemetry.ts';
import { addWorkloads } from './workloads/add-workloads.ts';
import type { WorkloadRole } from './workloads/workload-role.ts';

/** The account in which a business unit runs one delivery phase. A unit's own constructs go into it, in `main.ts`. */
export class RuntimeAccountStack extends AccountStack {
  readonly account: RuntimeAccount;
  readonly #archiveArn: string;
  /** By Region. */
  readonly #queryLogs: ReadonlyMap<string, Route53ResolverQueryLogConfig>;
  readonly #stores: ReadonlyMap<string, MadeStore>;
  readonly #workloads: ReadonlyMap<string, WorkloadRole>;

  constructor(scope: Construct, account: RuntimeAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    this.account = account;

    addBaseline(this, account, context, this.providers);
    addLocalRoles(this, account, context);
    new ControllerRole(this, 'controller', {
      deliveryAccountId: accountId(enterpriseAccountName(context.organization.name, 'delivery'), context),
    });
    if (!account.rules.without.includes('agent')) {
      new TelemetryAgent(this, 'telemetry-agent', { providers: this.providers });
    }
    const { name } = context.organization;
    const sharedServicesId = accountId(enterpriseAccountName(name, 'shared-services'), context);
    this.#archiveArn = `arn:aws:s3:::${sharedServicesBucketName(name, 'archive', sharedServicesId)}`;
    this.#queryLogs = new Map(
      [...this.providers].map(([region, provider]) => [
        region,
        new Route53ResolverQueryLogConfig(this, `query-logs-${region}`, {
          provider,
          name: 'bulkhead',
          destinationArn: this.#archiveArn,
        }),
      ]),
    );
    addBoundary(this, account, context);
    addBackup(this, account, context);
    this.#stores = addStores(this, account, context);
    this.#workloads = addWorkloads(this, account, context);
    addDataEvents(this, account, context);
    this.putIntoLock({ accounts: { [account.name]: { deployer: true } } });
    sealParts(this, account, this.#stores);
  }

  /**
   * Sends what flows in a network of the unit's own, and the names that are asked for there, to shared services.
   *
   * @param id of the construct
   * @param region of the network, by default the account's home
   */
  recordNetwork(id: string, vpcId: string, region = this.account.regions[0]): VpcTelemetry {
    const provider = this.providerIn(region);
    const queryLogConfigId = this.#queryLogs.get(region)?.id ?? '';
    return new VpcTelemetry(this, id, { provider, vpcId, archiveArn: this.#archiveArn, queryLogConfigId });
  }

  /**
   * A store that the definition gives the account, for the unit's own constructs.
   *
   * @throws Error with the stores that there are
   */
  store(name: string): MadeStore {
    return this.#named('store', this.#stores, name);
  }

  /**
   * The role of a workload that the definition gives the account, for further policies of the unit's own.
   *
   * @throws Error with the workloads that there are
   */
  workload(name: string): WorkloadRole {
    return this.#named('workload', this.#workloads, name);
  }

  #named<Made>(what: string, made: ReadonlyMap<string, Made>, name: string): Made {
    const found = made.get(name);
    if (found !== undefined) return found;
    const names = made.size > 0 ? `it has ${[...made.keys()].join(', ')}` : 'it has none';
    throw new Error(`${this.account.unit} in ${this.account.phase} has no ${what} ${name}, ${names}`);
  }
}
