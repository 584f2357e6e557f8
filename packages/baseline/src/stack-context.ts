import type { Lock, Organization } from '@bulkhead/model';

/** What every stack of an organization is made from: nothing else, no clock and no other stack's state. */
export interface StackContext {
  readonly organization: Organization;
  readonly lock: Lock;
  /** The organization's folder, absolute: local state lies in its `.state`, wherever Terraform is written to. */
  readonly folder: string;
}
