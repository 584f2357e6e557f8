import { type DataClass, dataClasses } from './values.ts';

/** Whether a class is more sensitive than another one. */
export function isAbove(one: DataClass, other: DataClass): boolean {
  return dataClasses.indexOf(one) > dataClasses.indexOf(other);
}

/** The classes that an account of a class must not hold, least sensitive first. */
export function classesAbove(dataClass: DataClass): readonly DataClass[] {
  return dataClasses.filter((each) => isAbove(each, dataClass));
}
