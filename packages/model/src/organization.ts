import type { TrustedAccount } from './enterprise-definition.ts';
import type { Exception } from './exceptions.ts';
import type { Grant } from './grants.ts';
import type { Group } from './groups.ts';
import type { Person } from './people.ts';
import type { Pipeline } from './pipelines.ts';
import type { Store } from './stores.ts';
import type { AccountLife, Budget, DataClass, InstanceCap, Operation, Part } from './values.ts';
import type { Workload } from './workloads.ts';

/** A checked definition with every default filled in. What everything else is derived from. */
export interface Organization {
  readonly name: string;
  readonly origin: 'new' | 'existing';
  readonly state: 'local' | 's3';
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly accountEmail: string;
  /** Accounts that AWS lets the organization have, the management account among them. */
  readonly accountQuota: number;
  readonly enterprise: Enterprise;
  /** In the order of the definition. */
  readonly phases: readonly Phase[];
  readonly businessUnits: readonly BusinessUnit[];
  /** The enterprise's before those of units. */
  readonly pipelines: readonly Pipeline[];
  readonly people: readonly Person[];
  /** Those that follow from units and roles before those of the definition. None of them leads nowhere. */
  readonly groups: readonly Group[];
  /** Of accounts in which units work, by unit. */
  readonly stores: readonly Store[];
  readonly workloads: readonly Workload[];
  /** In the order of the definition. */
  readonly grants: readonly Grant[];
  readonly exceptions: readonly Exception[];
}

export interface Enterprise {
  readonly owner: string;
  readonly costCenter: string;
  readonly budget: Budget | undefined;
  readonly signIn: 'iam-users' | 'identity-center';
  readonly retentionYears: number;
  readonly lock: 'compliance' | 'governance';
  /** How old a second factor may be when a role is assumed, in minutes. */
  readonly secondFactorMinutes: number;
  /** E-mail addresses. */
  readonly alarms: { readonly security: readonly string[]; readonly operations: readonly string[] };
  readonly dataEvents: 'platform' | 'all';
  /** Service principals that are administered outside of the management account. */
  readonly delegated: readonly string[];
  readonly images: readonly string[];
  readonly policyLimits: 'classic' | 'current';
  readonly trustedAccounts: readonly TrustedAccount[];
}

export interface Phase {
  readonly name: string;
  readonly purpose: string;
  readonly follows: string | undefined;
}

/** What holds for the accounts of one phase, in one unit. */
export interface PhaseRules {
  readonly data: DataClass;
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly limits: readonly InstanceCap[];
  /** vCPU for types without a cap in the standard pool; undefined where the phase limits nothing. */
  readonly otherVcpu: number | undefined;
  readonly atCap: 'freeze' | 'warn';
  /** Undefined where every type may be launched. */
  readonly instanceTypes: readonly string[] | undefined;
  readonly budget: Budget | undefined;
  readonly protect: boolean;
  readonly sessionHours: number;
  /** The day (UTC) from which on one can only look and clear out. */
  readonly expires: string | undefined;
  readonly without: readonly Part[];
  /** Whether operators and observers read data, and until which day if an exception bears it. */
  readonly peopleReadData: { readonly until: string | undefined } | undefined;
  readonly operations: readonly Operation[];
  /** How long backups are kept. */
  readonly backupDays: number;
}

export interface BusinessUnit {
  readonly name: string;
  readonly owner: string;
  readonly costCenter: string;
  readonly accountEmail: string;
  readonly delivery: 'own' | 'shared';
  readonly images: readonly string[];
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly phases: readonly { readonly name: string; readonly life: AccountLife; readonly rules: PhaseRules }[];
}
