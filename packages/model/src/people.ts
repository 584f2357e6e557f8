import type { IdentityDefinition } from './identity-definition.ts';

/** A person, who has one user. */
export interface Person {
  /** Name of the user. */
  readonly user: string;
  readonly name: string;
  readonly email: string;
  /** A business unit, or `enterprise`. */
  readonly unit: string;
  readonly alsoIn: readonly string[];
  /** Names of groups. */
  readonly groups: readonly string[];
}

/** The people of a definition, in its order. */
export function peopleOf({ people = {} }: IdentityDefinition): readonly Person[] {
  return Object.entries(people).map(([user, { name, email, unit, alsoIn = [], groups }]) => ({
    user,
    name,
    email,
    unit,
    alsoIn,
    groups,
  }));
}
