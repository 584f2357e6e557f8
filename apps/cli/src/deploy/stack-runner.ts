import type { Loss } from './losses.ts';

/** What came of a stack that was applied. */
export interface AppliedStack {
  /** `12 to add, 0 to change, 0 to destroy`, or `no changes`. */
  readonly summary: string;
  /** What the stack puts into the lock. */
  readonly lock: unknown;
}

/** What would come of a stack; or why nobody can tell. */
export type PlannedStack =
  { readonly summary: string; readonly losses: readonly Loss[] } | { readonly notPlanned: string };

/** Synthesizes an organization's stacks and brings them to AWS. */
export interface StackRunner {
  /** Writes Terraform for every stack that the lock has the ids for. Returns a digest of what each of them holds. */
  synthesize(): Promise<ReadonlyMap<string, string>>;
  /** Synthesizes every stack with ids made up where there are none. Rejects with a UserError that says what is wrong. */
  rehearse(): Promise<void>;
  /** Rejects with a StackError when Terraform fails. */
  plan(stack: string): Promise<PlannedStack>;
  /**
   * Plans, and does what the plan says. Rejects with a StackError when Terraform fails.
   *
   * @param judge throws where the plan may not be applied, for what it destroys: then nothing has changed
   */
  apply(stack: string, judge: (losses: readonly Loss[]) => void): Promise<AppliedStack>;
  /** Rejects with a StackError when Terraform fails. */
  destroy(stack: string): Promise<string>;
}
