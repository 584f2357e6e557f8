import type { BudgetStanding, SpendStatus } from '@bulkhead/aws';

/** A month's spend so far, and its forecast, against every budget of an organization. Amounts in US dollars. */
export interface OrganizationStatus {
  readonly organization: string;
  /** The month that it is, `YYYY-MM` in UTC. */
  readonly month: string;
  readonly currency: 'USD';
  /** How many budgets stand how; every standing, also those that none has. */
  readonly summary: Readonly<Record<BudgetStanding, number>>;
  readonly budgets: readonly SpendStatus[];
}
