/** A refusal as AWS words it; the protocol decides how it travels. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  /** HTTP status; 400 unless AWS uses another. */
  readonly status: number;
  /** Members that the error's model has besides its message: `Reason`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
