/** How sensitive the data is that an account may hold, least first. */
export const dataClasses = ['none', 'synthetic', 'sanitized', 'sensitive'] as const;
export type DataClass = (typeof dataClasses)[number];

/** At most so many instances of a type in an account; `perRegion` shares them out by hand, otherwise evenly. */
export interface InstanceCap {
  readonly atMost: number;
  readonly instanceType: string;
  readonly perRegion?: Readonly<Record<string, number>>;
}

/** An amount of money per calendar month (UTC). */
export interface Budget {
  /** Decimal text, at most two places: money is never a float. */
  readonly amount: string;
  readonly currency: 'USD';
  readonly per: 'month';
}

/** Parts of an account that a phase may do without. */
export const parts = ['backup', 'agent'] as const;
export type Part = (typeof parts)[number];

/** What operators do with what runs. */
export const operations = ['restart', 'scale', 'fail-over'] as const;
export type Operation = (typeof operations)[number];

/**
 * An active account is worked in. One that is closing moves to the unit Suspended, where everything is denied, and waits
 * for a person to close it. One that is closed stands in reports only.
 */
export const accountLives = ['active', 'closing', 'closed'] as const;
export type AccountLife = (typeof accountLives)[number];
