/** A question about what is not there: an account, a type, a unit, a phase. An empty answer would read like a good one. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  /** All that is wrong with it. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
