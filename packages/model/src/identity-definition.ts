import type { LocalRoleName } from './platform-names.ts';

/** How people sign in, who they are, and which groups there are besides those that follow from units and roles. */
export interface IdentityDefinition {
  readonly signIn: 'iam-users' | 'identity-center';
  /** By user name: lower-case words joined by dots or hyphens (`anna.keller`). */
  readonly people?: Readonly<Record<string, PersonDefinition>>;
  readonly groups?: Readonly<Record<string, GroupDefinition>>;
  /** How long after the second factor a role may still be assumed, 15 to 720 minutes. Default 60. */
  readonly secondFactor?: { readonly minutes: number };
}

/** A person, with one user. */
export interface PersonDefinition {
  /** `Anna Keller`. May have characters that tags of IAM refuse (`O'Brien`). */
  readonly name: string;
  readonly email: string;
  /** A business unit, or `enterprise`. */
  readonly unit: string;
  /** Further units whose groups the person may be in. Said here, so that it is seen. */
  readonly alsoIn?: readonly string[];
  /** `retail-appeng`, `auditors`; the latter and all that lead into enterprise accounts belong to `enterprise`. */
  readonly groups: readonly string[];
}

/** People of a unit who may become some of its local roles, in some of its phases. */
export interface GroupDefinition {
  readonly unit: string;
  readonly roles: readonly LocalRoleName[];
  /** By default all of the unit. */
  readonly phases?: readonly string[];
}
