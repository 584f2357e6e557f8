import type { SampleInput } from '@bulkhead/sample-billing';
import type { CostLine } from './cost-lines.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { QuotaDecision, QuotaRequest, QuotaSetting } from './quota.ts';

export interface WorldAccount {
  readonly id: string;
  name: string;
  email: string;
  /** Root or organizational unit. */
  parentId: string;
  state: 'PENDING_ACTIVATION' | 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'CLOSED';
  tags: Record<string, string>;
  /** Regions that the account uses, home first. */
  regions: readonly string[];
}

export interface WorldRole {
  readonly accountId: string;
  /** With slashes at both ends: `/bulkhead/`. */
  readonly path: string;
  readonly name: string;
  trust: PolicyDocument;
  /** Inline and attached policies. */
  permissions: PolicyDocument[];
}

export interface WorldPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly description: string;
  readonly awsManaged: boolean;
}

export interface WorldInstance {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly type: string;
  state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';
  readonly lifecycle?: 'spot';
  /** The group that launched it. */
  readonly group?: string;
}

export interface WorldGroup {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  minSize: number;
  maxSize: number;
  desiredCapacity: number;
  /** One type: it stands in a template of the group's own. Several: overrides of a mixed-instances policy. */
  instanceTypes: readonly string[];
  /** A template that is not its own; without `instanceTypes` only its version names the type. */
  readonly launchTemplate?: { readonly id: string; readonly version?: string };
  suspendedProcesses: readonly string[];
}

export interface WorldLaunchTemplate {
  readonly accountId: string;
  readonly region: string;
  /** `lt-0123456789abcdef0`. */
  readonly id: string;
  readonly name: string;
  /** The type that each version names, the first one first; null where it names none. */
  readonly versions: readonly (string | null)[];
  /** Number of the version that `$Default` stands for, from 1. */
  readonly defaultVersion: number;
}

export interface WorldBudget {
  readonly name: string;
  /** USD as a decimal. */
  readonly limit: string;
  readonly timeUnit: string;
  /** Linked accounts that it counts; empty counts all. */
  readonly accountIds: readonly string[];
}

/** A resource as AWS Config recorded it, with properties as it writes them. */
export interface WorldRecord {
  readonly accountId: string;
  readonly region: string;
  /** `AWS::S3::Bucket`. */
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly arn: string;
  /** Undefined where AWS Config tells no tags of the type. */
  tags: Record<string, string> | undefined;
  configuration: Readonly<Record<string, unknown>>;
  supplementaryConfiguration?: Readonly<Record<string, unknown>>;
  /** When it was recorded, ISO 8601; by default ten minutes ago. */
  readonly recordedAt?: string;
}

/**
 * What exists: an organization and what is in its accounts. Plain data that tests change between calls.
 *
 * Operations read and change it; nothing of it is kept elsewhere.
 */
export interface World {
  readonly organization: { readonly id: string; readonly rootId: string; readonly managementAccountId: string };
  policyTypes: string[];
  organizationalUnits: { readonly id: string; readonly name: string; readonly parentId: string }[];
  accounts: WorldAccount[];
  policies: WorldPolicy[];
  attachments: { readonly policyId: string; readonly targetId: string }[];
  /** Accounts that may read the organization. */
  delegatedAdministrators: string[];
  /** What lets other accounts call Organizations. */
  resourcePolicy: PolicyDocument | undefined;
  roles: WorldRole[];
  budgets: WorldBudget[];
  instances: WorldInstance[];
  groups: WorldGroup[];
  /** Templates besides those that groups have of their own. */
  launchTemplates: WorldLaunchTemplate[];
  /** Where a quota is not as its catalogue entry says. Later entries win. */
  quotas: QuotaSetting[];
  /** What becomes of requests; the first that fits decides. */
  quotaDecisions: QuotaDecision[];
  quotaRequests: QuotaRequest[];
  /** Accounts and Regions (`222200000005/eu-west-1`) in which quotas are raised without anyone asking. */
  automaticManagement: Record<string, 'NotifyOnly' | 'NotifyAndAdjust'>;
  /** The bill; none means that nothing was ever charged. */
  billing: SampleInput | undefined;
  /** Charges besides the bill. */
  costLines: CostLine[];
  /** Where AWS Config aggregates the whole organization. */
  aggregators: { readonly accountId: string; readonly region: string; readonly name: string }[];
  /** Where AWS Config records; what is elsewhere is seen by no query. */
  recorders: { readonly accountId: string; readonly region: string }[];
  /** Places for data, and keys. */
  records: WorldRecord[];
}

/** `/bulkhead/controller` of an account as IAM writes it. */
export const roleArn = ({ accountId, path, name }: Pick<WorldRole, 'accountId' | 'path' | 'name'>) =>
  `arn:aws:iam::${accountId}:role${path}${name}`;

/** An organization without anything in it but its management account. */
export function emptyWorld(organization: World['organization']): World {
  return {
    organization,
    policyTypes: ['SERVICE_CONTROL_POLICY'],
    organizationalUnits: [],
    accounts: [
      {
        id: organization.managementAccountId,
        name: 'management',
        email: 'management@example.com',
        parentId: organization.rootId,
        state: 'ACTIVE',
        tags: {},
        regions: ['us-east-1'],
      },
    ],
    policies: [],
    attachments: [],
    delegatedAdministrators: [],
    resourcePolicy: undefined,
    roles: [],
    budgets: [],
    instances: [],
    groups: [],
    launchTemplates: [],
    quotas: [],
    quotaDecisions: [],
    quotaRequests: [],
    automaticManagement: {},
    billing: undefined,
    costLines: [],
    aggregators: [],
    recorders: [],
    records: [],
  };
}
