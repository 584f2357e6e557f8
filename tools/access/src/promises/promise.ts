import type { ActionClass } from '../simulate/action-classes.ts';
import type { Sentence } from './sentences.ts';
import type { Context, PrincipalKind, SignIn } from '../world/world.ts';

/** A pattern or several: `*-dev`, `bulkhead/*`; one that begins with `!` excludes. */
export type Patterns = string | readonly string[];

/** Accounts by their tags, and by `Account`, their name: `{ Phase: ['dev', 'stage'] }`. */
export type AccountPattern = Readonly<Partial<Record<'Account' | 'BusinessUnit' | 'DataClass' | 'Phase', Patterns>>>;

export interface PrincipalPattern {
  readonly kinds: readonly PrincipalKind[];
  /** Of names without their account: `bulkhead/deployer`. */
  readonly names?: Patterns;
  readonly in?: AccountPattern;
}

export interface ResourcePattern {
  /** Every kind by default that the actions are about; `!key` excludes one. */
  readonly kinds?: readonly string[];
  /** Of names without their account: `acme-*-archive-*`. */
  readonly names?: Patterns;
  /** Of names with their account: `!acme-retail-dev/bulkhead/appeng`. */
  readonly places?: Patterns;
  /** Of the Region that its ARN names: `!eu-central-1`. */
  readonly regions?: Patterns;
  readonly in?: AccountPattern;
  /**
   * Compared with the principal: itself, somebody else, in its own account, another one, one of another unit, in a
   * Region in which its account works.
   */
  readonly where?: 'self' | 'somebody else' | 'own account' | 'other account' | 'other unit' | 'own Regions';
  /** Examples of what could be built are asked about too, unless this is false. */
  readonly examples?: false;
}

/** A sentence of the design, so that it can be asked of policies. It is about every combination that matches. */
export interface AccessPromise {
  /** What it promises, as precisely as it asks. */
  readonly sentence: string;
  /** The sentence of the design that it stands for. */
  readonly of: Sentence;
  readonly who: PrincipalPattern;
  /**
   * Actions on every kind of resource that it is about, or on some kinds these and on some those; all that represent a
   * class; or `become`: to get to a role or a user in however many steps.
   */
  readonly does:
    | ActionClass
    | readonly ActionClass[]
    | { readonly actions: readonly string[] }
    | { readonly on: Readonly<Record<string, readonly string[]>> }
    | 'become';
  readonly to: ResourcePattern;
  /**
   * - `denied`: whatever the request says
   * - `allowed`: with the context that is given here, and no other condition
   */
  readonly expected: 'allowed' | 'denied';
  /** What is known of the request; undefined for a key that it doesn't have. */
  readonly context?: Context;
  /**
   * The Region that is worked in, instead of the resource's own: each of the organization in which the account doesn't
   * work, or one in which nobody does.
   */
  readonly region?: 'outside the account' | 'outside the organization';
  /** Asked as if no policy of the organization were attached yet: other walls hold by themselves. */
  readonly unguarded?: true;
  /** Whoever they can become is asked about as well. */
  readonly throughOthers?: true;
  /**
   * Names without their account of those whom it is not about, as themselves or as whom somebody becomes: `workload/*`.
   * Another promise has to be about them.
   */
  readonly butFor?: Patterns;
  /** Why it stays though other promises notice the same wrong statements; most say it by what they are like. */
  readonly stays?: string;
  /** Promised only where people sign in so; another promise stands for the sentence where they come in another way. */
  readonly signIn?: SignIn;
  /** There may be nothing to ask: no such principal or resource in every organization. */
  readonly mayBeEmpty?: true;
}
