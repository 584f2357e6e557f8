/** A monthly budget with what AWS counted against it, in US dollars as decimal text. */
export interface BudgetState {
  /** The account's name: Terraform names budgets after their account. */
  readonly name: string;
  readonly limit: string;
  readonly actual: string;
  /** Null where AWS has too little history to tell. */
  readonly forecast: string | null;
}

/** Reads the budgets of the management account. Rejects with an AccessError. */
export interface BudgetLedger {
  budgets(): Promise<readonly BudgetState[]>;
}
