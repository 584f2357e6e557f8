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
