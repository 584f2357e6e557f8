import type { PipelineDefinition } from './delivery-definition.ts';
import type { EnterpriseDefinition } from './enterprise-definition.ts';
import type { ExceptionDefinition, GrantDefinition } from './grant-definition.ts';
import type { StoreDefinition, WorkloadDefinition } from './store-definition.ts';
import type { AccountLife, Budget, DataClass, InstanceCap, Operation, Part } from './values.ts';

/**
 * What a person writes: an organization as data, in TypeScript or JSON.
 *
 * Everything else (accounts, guardrails, limits, budgets, reports) follows from it. `parseOrganization` checks it and
 * fills the defaults in.
 */
export interface OrganizationDefinition<Phase extends string = string> {
  /** First part of every account name: lower-case letters, digits, single hyphens. */
  readonly name: string;
  /** `new` creates the AWS organization; `existing` imports the one whose id stands in organization.lock.json. */
  readonly organization?: 'new' | 'existing';
  /** Terraform state: files on this machine to try, S3 with a lock file in the delivery account for real. */
  readonly state?: 'local' | 's3';
  /** AWS Regions that accounts may use. `home` holds what there is once; accounts that say nothing else use all. */
  readonly regions: { readonly home: string; readonly further?: readonly string[] };
  /** Root e-mail of each account, `{account}` stands for its name; at most 64 characters when filled in. */
  readonly accountEmail: string;
  /** Accounts that AWS lets the organization have; 10 until AWS grants more. */
  readonly accountQuota?: number;
  readonly enterprise: EnterpriseDefinition;
  readonly phases: Readonly<Record<Phase, PhaseDefinition<NoInfer<Phase>>>>;
  readonly businessUnits: Readonly<Record<string, BusinessUnitDefinition<NoInfer<Phase>>>>;
  /** Access from one account to a store in another one, by name. Nothing else crosses. */
  readonly grants?: Readonly<Record<string, GrantDefinition<NoInfer<Phase>>>>;
  /** What is allowed although a rule forbids it, by name, each until a day. */
  readonly exceptions?: Readonly<Record<string, ExceptionDefinition<NoInfer<Phase>>>>;
}

/** What a delivery phase may hold, use and spend, in each account of that phase. */
export interface PhaseDefinition<Phase extends string = string> extends PhaseSettings {
  /** What the phase is for, in a few words. */
  readonly purpose: string;
  /**
   * Takes every setting but Regions that this phase doesn't make from another one. The phase `dr` follows prod to take
   * over: at home in none of prod's Regions, it receives a copy of every backup. No other phase that follows does.
   */
  readonly follows?: Phase;
}

/** Settings of a phase, which a unit may make differently. */
export interface PhaseSettings {
  /** The most sensitive data that the phase's accounts may hold. */
  readonly data?: DataClass;
  /** AWS Regions of the phase's accounts, the first one is home; by default those of the unit. */
  readonly regions?: readonly string[];
  /** Most instances of a type per account, over all its Regions. Types without a cap share `otherVcpu`. */
  readonly limits?: readonly InstanceCap[];
  /** vCPU for instance types without a cap, over all Regions of an account, in the standard pool. Default 0. */
  readonly otherVcpu?: number;
  /** What happens when a cap is reached; `freeze` denies further launches. Default `warn`. */
  readonly atCap?: 'freeze' | 'warn';
  /** The only instance types that may be launched; by default every type. */
  readonly instanceTypes?: readonly string[];
  /** Per account. */
  readonly budget?: Budget;
  /** Guards the phase's accounts against being destroyed. Needed to hold sensitive data. */
  readonly protect?: boolean;
  /** How long people work in an account before they sign in again, 1 to 12 hours. Default 4, with harmless data 8. */
  readonly sessionHours?: number;
  /** `2027-06-30`: from that day on (UTC) one can look and clear out, and do nothing else. Needed in a sandbox. */
  readonly expires?: string;
  /** Parts that the phase's accounts do without. Guardrails, telemetry and the controller are the same everywhere. */
  readonly without?: readonly Part[];
  /** Lets operators and observers read data. Where any is sensitive, that needs an exception. Default false. */
  readonly peopleReadData?: boolean;
  /** What operators do. Default all. */
  readonly operations?: readonly Operation[];
  /** How long backups are kept, those in other accounts too. Default 35 days. */
  readonly backup?: { readonly keepDays: number };
}

/** A business unit and the phases that it has an account for. */
export interface BusinessUnitDefinition<Phase extends string = string> {
  /** E-mail of the people who answer for the unit, also told when a budget is used up. */
  readonly owner: string;
  readonly costCenter: string;
  readonly phases: readonly Phase[];
  /** AWS Regions of the unit's accounts, the first one is home; by default those of the organization. */
  readonly regions?: readonly string[];
  /** `own` gives the unit a delivery account of its own. Default `shared`. */
  readonly delivery?: 'own' | 'shared';
  /** What deploys to the unit's accounts and to no other; by default, where delivery is shared, the enterprise's. */
  readonly pipelines?: readonly PipelineDefinition[];
  /** Image repositories of the unit, in the delivery account that deploys it: `retail/shop`. */
  readonly images?: readonly string[];
  /** Root e-mails of the unit's accounts, where they differ from the organization's. */
  readonly accountEmail?: string;
  /** Where the unit's phases differ from everybody else's. */
  readonly overrides?: Readonly<Partial<Record<Phase, PhaseSettings>>>;
  /** Places for data, by name. */
  readonly stores?: Readonly<Record<string, StoreDefinition<Phase>>>;
  /** What runs, by name. */
  readonly workloads?: Readonly<Record<string, WorkloadDefinition<Phase>>>;
  /** Of accounts that come to their end. A phase stays in `phases` while reports are to know its account. */
  readonly life?: Readonly<Partial<Record<Phase, AccountLife>>>;
}

/** Types a definition: an editor then knows every key, and which phases a unit can have. Returns it as it is. */
export function defineOrganization<Phase extends string>(
  definition: OrganizationDefinition<Phase>,
): OrganizationDefinition<Phase> {
  return definition;
}

/** At most `count` instances of a type in each account, over all its Regions. */
export function atMost(count: number, instanceType: string, perRegion?: Readonly<Record<string, number>>): InstanceCap {
  return { atMost: count, instanceType, ...(perRegion && { perRegion }) };
}

/** A budget of that many US dollars a month, as decimal text. */
export function usdPerMonth(amount: string): Budget {
  return { amount, currency: 'USD', per: 'month' };
}
