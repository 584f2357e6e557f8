import { UserError } from '../user-error.ts';

/** Terraform failed on a stack, for want of credentials or of a provider, say. The message is what Terraform said. */
export class StackError extends UserError {
  constructor(stack: string, said: string, options?: ErrorOptions) {
    super(`${stack} failed\n\n${said}`, options);
  }
}
