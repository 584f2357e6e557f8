/** Why synthesized Terraform can't be proved anything about: everything in it that would be guessed, at once. */
export class UnreadableTerraformError extends Error {
  override readonly name = 'UnreadableTerraformError';
  /** Each with the stack and address where it stands. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`nothing is proved, the Terraform says too little:\n${problems.map((each) => `  ${each}`).join('\n')}`);
    this.problems = problems;
  }
}
