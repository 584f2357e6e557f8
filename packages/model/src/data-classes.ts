import type { Account } from './account.ts';
import { findException } from './exceptions.ts';
import type { Organization } from './organization.ts';
import { type DataClass, dataClasses } from './values.ts';

/** Whether a class is more sensitive than another one. */
export function isAbove(one: DataClass, other: DataClass): boolean {
  return dataClasses.indexOf(one) > dataClasses.indexOf(other);
}

/** The classes that an account of a class must not hold, least sensitive first. */
export function classesAbove(dataClass: DataClass): readonly DataClass[] {
  return dataClasses.filter((each) => isAbove(each, dataClass));
}

/** Whether there is nothing in an account that anybody could miss or envy. */
export function holdsHarmlessData({ dataClass }: Pick<Account, 'dataClass'>): boolean {
  return dataClass === 'none' || dataClass === 'synthetic';
}

/** What of an account says which data it holds. */
type Holding = Pick<Account, 'unit' | 'phase' | 'dataClass'>;

/** The most sensitive class that an account holds: that of its phase, or a higher one by an exception. */
export function mostSensitiveIn({ exceptions }: Pick<Organization, 'exceptions'>, account: Holding): DataClass {
  return findException({ exceptions }, account, 'sensitive-data') ? 'sensitive' : account.dataClass;
}

/** Classes of an account's data that is not harmless, least first: it is backed up, and is called nothing less. */
export function weighingClassesIn(
  organization: Pick<Organization, 'exceptions'>,
  account: Holding,
): readonly DataClass[] {
  const most = mostSensitiveIn(organization, account);
  return dataClasses.filter((dataClass) => !holdsHarmlessData({ dataClass }) && !isAbove(dataClass, most));
}
