/** A monthly budget of AWS, in US dollars as decimal text. */
export interface BudgetState {
  /** The account's name: Terraform names budgets after their account. */
  readonly name: string;
  readonly limit: string;
  /** What AWS counted this month; null where it has not counted yet, which is not zero. */
  readonly actual: string | null;
  /** Null where AWS has too little history to tell. */
  readonly forecast: string | null;
}

/** A budget that AWS has counted against. */
export interface CountedBudget extends BudgetState {
  readonly actual: string;
}

/** Reads the budgets of the management account. Rejects with an AccessError. */
export interface BudgetLedger {
  budgets(): Promise<readonly BudgetState[]>;
}
