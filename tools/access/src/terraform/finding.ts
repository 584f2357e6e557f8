import type { Policy } from '../policy/policy.ts';

/** Whom an identity policy is written for; names are unique by kind and account. */
export interface IdentityName {
  readonly kind: 'role' | 'user' | 'group';
  readonly accountId: string;
  readonly name: string;
}

/** A role, a user or a group. */
export interface IdentityFinding {
  readonly found: 'identity';
  readonly identity: IdentityName;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Who may assume the role. */
  readonly trust?: Policy;
  /** ARN of the policy beyond which no other one grants. */
  readonly boundary?: string;
}

/** What a piece of Terraform says about who may do what: one finding per fact. */
export type Finding =
  | IdentityFinding
  | { readonly found: 'identity-policy'; readonly identity: IdentityName; readonly policy: Policy }
  | { readonly found: 'managed-policy-attachment'; readonly identity: IdentityName; readonly policyArn: string }
  | { readonly found: 'managed-policy'; readonly arn: string; readonly policy: Policy }
  | { readonly found: 'membership'; readonly user: IdentityName; readonly groups: readonly IdentityName[] }
  | { readonly found: 'identity-provider'; readonly arn: string; readonly issuer: string; readonly accountId: string }
  | {
      readonly found: 'resource';
      readonly arn: string;
      readonly accountId: string;
      /** Says which representative actions it is asked about: `bucket`. */
      readonly kind: string;
      readonly name: string;
      readonly tags: Readonly<Record<string, string>>;
    }
  | { readonly found: 'key-alias'; readonly keyArn: string; readonly alias: string }
  | {
      readonly found: 'resource-policy';
      readonly arn: string;
      readonly policy: Policy;
      /** The account where a policy may name it without its ARN. */
      readonly accountId: string;
    }
  | {
      readonly found: 'account';
      readonly id: string;
      readonly name: string;
      readonly parentId: string;
      readonly tags: Readonly<Record<string, string>>;
      /** Name of the role that AWS makes in it, an administrator that trusts the management account. */
      readonly accessRole: string;
    }
  | { readonly found: 'organizational-unit'; readonly id: string; readonly parentId: string; readonly name: string }
  | {
      readonly found: 'organization';
      readonly id: string;
      readonly rootId: string;
      readonly managementAccountId: string;
    }
  | { readonly found: 'control-policy'; readonly id: string; readonly name: string; readonly control: ControlPolicy }
  | { readonly found: 'control-policy-attachment'; readonly policyId: string; readonly targetId: string }
  | PermissionSetFinding;

/** Identity Center: what becomes a role in every account where it is assigned. */
export type PermissionSetFinding =
  | { readonly found: 'permission-set'; readonly arn: string; readonly name: string; readonly region: string }
  | { readonly found: 'permission-set-policy'; readonly arn: string; readonly policy: Policy }
  | { readonly found: 'permission-set-policy'; readonly arn: string; readonly policyArn: string }
  | { readonly found: 'permission-set-boundary'; readonly arn: string; readonly boundary: string }
  | {
      readonly found: 'permission-set-assignment';
      readonly arn: string;
      readonly accountId: string;
      /** Id of the group or user. */
      readonly assignedTo: string;
    };

/** A policy of the organization. `other`: a declarative or tag policy, which grants and denies nothing to a caller. */
export type ControlPolicy =
  { readonly type: 'service-control' | 'resource-control'; readonly policy: Policy } | { readonly type: 'other' };
