import { runtimeAccountName } from './account-names.ts';
import type { OrganizationDefinition } from './definition.ts';
import type { ExceptionDefinition, ExceptionalRight } from './grant-definition.ts';
import type { Organization } from './organization.ts';

/** What is allowed although a rule forbids it, until a day. */
export interface Exception extends ExceptionDefinition {
  readonly name: string;
}

/** What has come to its end. */
export interface Expired {
  readonly kind: 'exception' | 'account';
  /** Of the exception or the account. */
  readonly name: string;
  readonly until: string;
}

export function exceptionsOf({ exceptions = {} }: Pick<OrganizationDefinition, 'exceptions'>): readonly Exception[] {
  return Object.entries(exceptions).map(([name, exception]) => ({ name, ...exception }));
}

/** The exception that lets an account do something that its phase does not; undefined where there is none. */
export function findException(
  { exceptions }: Pick<Organization, 'exceptions'>,
  { unit, phase }: { readonly unit: string; readonly phase: string },
  allows: ExceptionalRight,
): Exception | undefined {
  return exceptions.find(({ of }) => 'unit' in of && of.unit === unit && of.phase === phase && of.allows === allows);
}

/**
 * The exceptions and accounts that are over on a day. AWS denies by itself what they allowed; the definition says
 * something that no longer holds.
 *
 * @param day in UTC, `2027-03-31`
 */
export function expiredOn({ name, exceptions, businessUnits }: Organization, day: string): readonly Expired[] {
  return [
    ...exceptions.map((exception) => ({ kind: 'exception', name: exception.name, until: exception.until }) as const),
    ...businessUnits.flatMap((unit) =>
      unit.phases.flatMap(({ name: phase, life, rules: { expires } }) =>
        life === 'active' && expires !== undefined
          ? [{ kind: 'account', name: runtimeAccountName(name, unit.name, phase), until: expires } as const]
          : [],
      ),
    ),
  ].filter(({ until }) => until <= day);
}
