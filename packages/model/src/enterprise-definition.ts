import type { DeliveryDefinition } from './delivery-definition.ts';
import type { IdentityDefinition } from './identity-definition.ts';
import type { Budget } from './values.ts';

/** The accounts that exist once: identity, shared services, delivery; and what holds everywhere. */
export interface EnterpriseDefinition {
  /** E-mail of the team that answers for them, also told when their budget is used up. */
  readonly owner: string;
  readonly costCenter: string;
  /** Per account. */
  readonly budget?: Budget;
  readonly identity: IdentityDefinition;
  readonly sharedServices: SharedServicesDefinition;
  readonly delivery: DeliveryDefinition;
  readonly guardrails?: GuardrailsDefinition;
}

/** Where telemetry flows in. */
export interface SharedServicesDefinition {
  /** How long the archive keeps what flows in. */
  readonly retention: { readonly years: number };
  /** Object Lock mode: nobody shortens `compliance`; `governance` is for trials. */
  readonly lock?: 'compliance' | 'governance';
  /** Who is told, by e-mail. Default: the enterprise's owner. */
  readonly alarms?: { readonly security?: readonly string[]; readonly operations?: readonly string[] };
  /**
   * Reads and writes of data in the organization's trail. Default `platform`: objects of the platform's own buckets, and
   * a trail of its own in every account whose data is sensitive. `all`: every store in every account.
   */
  readonly dataEvents?: 'platform' | 'all';
  /** Services administered from here, `inspector2.amazonaws.com`, besides those that its telemetry needs. */
  readonly delegated?: readonly string[];
}

/** Settings of the guardrails above all accounts. */
export interface GuardrailsDefinition {
  /** AWS's limits on policies: those that every organization has, or those since 2026. Default `classic`. */
  readonly policyLimits?: 'classic' | 'current';
  readonly trustedAccounts?: readonly TrustedAccount[];
}

/** Services whose resources an account outside of the organization may be let in to. */
export const trustableServices = ['s3', 'kms', 'sqs', 'secretsmanager', 'sts'] as const;

/** An account outside that reaches resources here; the resource's own policy has to allow it too. */
export interface TrustedAccount {
  /** 12 digits. */
  readonly account: string;
  readonly services: readonly (typeof trustableServices)[number][];
  /** E-mail of who answers for it. */
  readonly owner: string;
  readonly reason: string;
}
