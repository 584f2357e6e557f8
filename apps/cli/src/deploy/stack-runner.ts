import { UserError } from '../user-error.ts';

/** What came of a stack that was applied. */
export interface AppliedStack {
  /** `12 to add, 0 to change, 0 to destroy`, or `no changes`. */
  readonly summary: string;
  /** What the stack puts into the lock. */
  readonly lock: unknown;
}

/** Synthesizes an organization's stacks and brings them to AWS. */
export interface StackRunner {
  /** Writes Terraform for every stack that the lock has the ids for. Returns a digest of what each of them holds. */
  synthesize(): Promise<ReadonlyMap<string, string>>;
  /** Rejects with a StackError when Terraform fails. */
  plan(stack: string): Promise<string>;
  /** Rejects with a StackError when Terraform fails. */
  apply(stack: string): Promise<AppliedStack>;
  /** Rejects with a StackError when Terraform fails. */
  destroy(stack: string): Promise<string>;
}

/** Terraform failed on a stack, for want of credentials or of a provider, say. The message is what Terraform said. */
export class StackError extends UserError {
  constructor(stack: string, said: string, options?: ErrorOptions) {
    super(`${stack} failed\n\n${said}`, options);
  }
}
