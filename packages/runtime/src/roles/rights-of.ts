import type { DataClass, LocalRoleName, Operation, PhaseRules } from '@bulkhead/model';
import type { RightClass } from './right.ts';

/** What of an account decides about rights in it. */
export type RightsTerms = Pick<PhaseRules, 'data' | 'operations' | 'peopleReadData'>;

/** How much data weighs: nobody would miss it, nobody could be recognized in it, or neither. */
type Weight = 'harmless' | 'sanitized' | 'sensitive';

const weights: Readonly<Record<DataClass, Weight>> = {
  none: 'harmless',
  synthetic: 'harmless',
  sanitized: 'sanitized',
  sensitive: 'sensitive',
};

/** Beyond looking, which all of them may everywhere. Where a role isn't there, it has no entry. */
const classesByRole: Readonly<Record<LocalRoleName, Readonly<Partial<Record<Weight, readonly RightClass[]>>>>> = {
  appeng: { harmless: ['build'] },
  operator: {
    sanitized: ['debug', 'restart', 'scale', 'fail-over'],
    sensitive: ['restart', 'scale', 'fail-over'],
  },
  observer: { harmless: ['debug'], sanitized: ['debug'], sensitive: [] },
};

const named: readonly RightClass[] = ['restart', 'scale', 'fail-over'] satisfies readonly Operation[];

/** The classes of what a role of people may do in an account, besides looking. */
export function rightsOf(role: LocalRoleName, terms: RightsTerms): readonly RightClass[] {
  const weight = weights[terms.data];
  const cut: readonly RightClass[] = role === 'operator' ? named.filter((each) => !says(terms, each)) : [];
  const classes = (classesByRole[role][weight] ?? []).filter((each) => !cut.includes(each));
  return terms.peopleReadData && weight !== 'harmless' && role !== 'appeng' ? [...classes, 'read-data'] : classes;
}

const says = ({ operations }: RightsTerms, right: RightClass) => operations.some((operation) => operation === right);

/** Whether there is anything that people are kept from reading, whoever else lets them. */
export function keepsFromData({ data }: Pick<RightsTerms, 'data'>): boolean {
  return weights[data] !== 'harmless';
}
