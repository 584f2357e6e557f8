import type { Organization } from '@bulkhead/model';
import type { Policy } from '../policy/policy.ts';

/** Everybody who could act in an organization, and everything that they could act on. */
export interface World {
  readonly organization: { readonly id: string; readonly managementAccountId: string };
  /** How people come in, by what stands in the Terraform: promises about the other way are not made there. */
  readonly signIn: SignIn;
  /** Every Region that some account uses. */
  readonly regions: readonly string[];
  readonly accounts: readonly Account[];
  readonly principals: readonly Principal[];
  readonly resources: readonly Resource[];
}

export type SignIn = Organization['enterprise']['signIn'];

export interface Account {
  readonly id: string;
  readonly name: string;
  /** BusinessUnit, Phase, DataClass and so on: promises choose accounts by them. */
  readonly tags: Readonly<Record<string, string>>;
  /** Home first. */
  readonly regions: readonly string[];
  /** Targets from the root down to the account; none above the management account, which no policy binds. */
  readonly levels: readonly Level[];
  /** `o-abc/r-def/ou-ghi/`, as `aws:PrincipalOrgPaths` has it. */
  readonly organizationPath: string;
}

/** What hangs at one target of the organization. */
export interface Level {
  readonly target: string;
  readonly serviceControl: readonly Policy[];
  readonly resourceControl: readonly Policy[];
}

/**
 * - `role`, `user`: they stand in the Terraform, or AWS makes them
 * - `any-member`: whom somebody could put into a group of users
 * - `root`: the root user of an account
 * - `any-administrator`: whom somebody could create in an account, allowed everything that an account can allow
 * - `unlimited`: a role or a user as it would be if its own policies allowed it everything, which others might make them
 * - `empowered`: a role or a user that has got AdministratorAccess besides its own policies, whose denials still hold
 * - `bare`: a role or a user as it would be with the policies alone that were written for it: without those of its groups
 *   and of AWS, which others change
 * - `unbounded`: a role or a user as it would be without its boundary
 * - `federated`: a subject of an identity provider
 * - `service`: a service of AWS that acts on its own account
 * - `outsider`: an administrator of an account of another organization
 * - `trusted`: an administrator of an account of another organization that some guardrail lets in by its number
 * - `anonymous`: a request without a signature
 */
export type PrincipalKind =
  | 'role'
  | 'user'
  | 'any-member'
  | 'root'
  | 'any-administrator'
  | 'unlimited'
  | 'empowered'
  | 'bare'
  | 'unbounded'
  | 'federated'
  | 'service'
  | 'outsider'
  | 'trusted'
  | 'anonymous';

/** Context keys: a value, or undefined where the request is known not to have the key. Any other key is unknown. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Somebody, or something, who makes requests. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** `acme-retail-dev/bulkhead/deployer`: unique in a world. */
  readonly name: string;
  /** As a policy's Principal names it: an ARN, a service's name. */
  readonly arn: string;
  /** Undefined outside of the organization. */
  readonly account?: Account;
  readonly policies: readonly Policy[];
  /** The policy beyond which no other one grants. */
  readonly boundary?: Policy;
  /** Who may assume it, where it is a role. */
  readonly trust?: Policy;
  /** What its requests carry. */
  readonly context: Context;
  /** All of its tags, where it is a user and they are known. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Something that an action is about. */
export interface Resource {
  readonly arn: string;
  readonly kind: string;
  /** `acme-archive/example`. */
  readonly name: string;
  readonly account: Account;
  /** The policies on it, a role's trust policy included. */
  readonly policies: readonly Policy[];
  /** All of its tags; undefined where they aren't known, as those of an example. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Of a key, with `alias/`: policies know keys of other accounts by them. Undefined where none is known. */
  readonly aliases?: readonly string[];
  /** An example of what somebody could make there; it isn't in the Terraform. */
  readonly example: boolean;
}

/** Roles and users as they would be if they were allowed more or less: promises ask about them, people don't. */
export const isHypothetical = ({ kind }: Principal): boolean =>
  ['unlimited', 'empowered', 'bare', 'unbounded'].includes(kind);
