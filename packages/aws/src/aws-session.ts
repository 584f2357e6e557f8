import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { EC2Client } from '@aws-sdk/client-ec2';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { Place } from '@bulkhead/controller';
import type { PlatformRole } from '@bulkhead/model';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { type ClientSettings, type SharedSettings, clientsByPlace } from './clients-by-place.ts';
import { globalRegion } from './global-region.ts';
import { type Pace, paceCalls } from './pace-calls.ts';
import { roleCredentials } from './role-credentials.ts';

export interface AwsSessionOptions {
  /** Where the controller runs: every other account is reached through its role there. */
  readonly deliveryAccountId: string;
  /** Where roles are assumed. */
  readonly homeRegion: string;
  /** The credentials at hand; by default what the SDK finds in environment, files and machine. */
  readonly credentials?: AwsCredentialIdentityProvider;
  /** Where all services are, instead of at AWS. */
  readonly endpoint?: string;
  /** Shared by everything that calls AWS for the organization. */
  readonly pace?: Pace;
  /** Milliseconds until a connection stands (3,000) and until an answer is there (30,000). */
  readonly timeouts?: { readonly connection: number; readonly request: number };
}

/** Clients that act as the platform's roles, one per service, account and Region. */
export interface AwsSession {
  serviceQuotas(place: Place): ServiceQuotasClient;
  ec2(place: Place): EC2Client;
  autoScaling(place: Place): AutoScalingClient;
  /** As the controller in the delivery account. */
  organizations(): OrganizationsClient;
  /** As the spend reader of the management account. */
  costExplorer(managementAccountId: string): CostExplorerClient;
  budgets(managementAccountId: string): BudgetsClient;
  /** As the inventory reader of the shared services account, in the home Region. */
  config(sharedServicesAccountId: string): ConfigServiceClient;
  /** Closes the connections. */
  close(): void;
}

/** Nothing is called before a client is used. */
export function openAwsSession(options: AwsSessionOptions): AwsSession {
  const { deliveryAccountId, homeRegion, endpoint, pace = paceCalls() } = options;
  const { connection, request } = options.timeouts ?? { connection: 3_000, request: 30_000 };
  // A request timeout alone is logged and waited out; observed with @smithy/node-http-handler 4.14.
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: connection,
    requestTimeout: request,
    throwOnRequestTimeout: true,
  });
  const shared: SharedSettings = {
    requestHandler,
    retryMode: 'adaptive',
    maxAttempts: 5,
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  const credentialsOf = roleCredentials({
    base: options.credentials ?? fromNodeProviderChain(),
    deliveryAccountId,
    sts: { ...shared, region: homeRegion },
  });
  const inAccount =
    (role: PlatformRole) =>
    ({ accountId, region }: Place): ClientSettings => ({
      ...shared,
      region,
      credentials: credentialsOf(accountId, role),
    });
  const asController = inAccount('controller');
  const asReader = inAccount('spend-reader');
  const globally = (accountId: string): Place => ({ accountId, region: globalRegion });
  const organizations = clientsByPlace('organizations', OrganizationsClient, asController, pace);
  const costExplorer = clientsByPlace('ce', CostExplorerClient, asReader, pace);
  const budgets = clientsByPlace('budgets', BudgetsClient, asReader, pace);
  const config = clientsByPlace('config', ConfigServiceClient, inAccount('inventory-reader'), pace);

  return {
    serviceQuotas: clientsByPlace('servicequotas', ServiceQuotasClient, asController, pace),
    ec2: clientsByPlace('ec2', EC2Client, asController, pace),
    autoScaling: clientsByPlace('autoscaling', AutoScalingClient, asController, pace),
    organizations: () => organizations(globally(deliveryAccountId)),
    costExplorer: (managementAccountId) => costExplorer(globally(managementAccountId)),
    budgets: (managementAccountId) => budgets(globally(managementAccountId)),
    config: (sharedServicesAccountId) => config({ accountId: sharedServicesAccountId, region: homeRegion }),
    close: () => {
      requestHandler.destroy();
    },
  };
}
