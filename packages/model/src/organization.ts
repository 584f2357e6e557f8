import type { Pipeline } from './definition.ts';
import type { Budget, DataClass, InstanceCap } from './values.ts';

/** A checked definition with every default filled in. What everything else is derived from. */
export interface Organization {
  readonly name: string;
  readonly origin: 'new' | 'existing';
  readonly state: 'local' | 's3';
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly accountEmail: string;
  readonly enterprise: Enterprise;
  /** In the order of the definition. */
  readonly phases: readonly Phase[];
  readonly businessUnits: readonly BusinessUnit[];
}

export interface Enterprise {
  readonly owner: string;
  readonly costCenter: string;
  readonly budget: Budget | undefined;
  readonly signIn: 'iam-users' | 'identity-center';
  readonly retentionYears: number;
  readonly lock: 'compliance' | 'governance';
  readonly pipelines: readonly Pipeline[];
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
}

export interface BusinessUnit {
  readonly name: string;
  readonly owner: string;
  readonly costCenter: string;
  readonly accountEmail: string;
  readonly delivery: 'own' | 'shared';
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly phases: readonly { readonly name: string; readonly rules: PhaseRules }[];
}
