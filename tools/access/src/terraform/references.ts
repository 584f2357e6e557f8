import type { TerraformResource } from './terraform-stack.ts';

/** What references of Terraform stand for, as far as that follows from the Terraform and the lock. */
export interface References {
  /** From the lock; a made-up one where it has none. */
  readonly organizationId: string;
  /**
   * A text with its references replaced.
   *
   * @throws Error that names the first reference whose value isn't known
   */
  resolve(stack: string, text: string): string;
  /** What the lock says about an attribute of a resource. */
  known(resource: TerraformResource, attribute: string): string | undefined;
}
