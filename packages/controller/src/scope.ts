import {
  type Organization,
  type RuntimeAccount,
  accountsOf,
  isClosing,
  nearest,
  runtimeAccountsOf,
} from '@bulkhead/model';
import { QuestionError } from './question-error.ts';

/** Which runtime accounts a plan is about; all of them where nothing is said. */
export interface Scope {
  readonly unit?: string;
  readonly phase?: string;
}

/**
 * The runtime accounts in a scope.
 *
 * @throws QuestionError with all problems where it holds none
 */
export function accountsInScope(organization: Organization, { unit, phase }: Scope): readonly RuntimeAccount[] {
  const accounts = runtimeAccountsOf(organization);
  const units = namesOf(accounts, 'unit');
  const phases = namesOf(accounts, 'phase');
  const closing = accountsOf(organization).filter(isClosing);
  const [waiting] = closing.filter((each) => each.unit === unit && each.phase === phase);
  if (waiting) throw new QuestionError([`${waiting.name} is closing, nothing is asked there`]);
  const problems = [
    ...(unit === undefined || units.includes(unit)
      ? []
      : [`no business unit is named ${unit}, ${choice(unit, units)}`]),
    ...(phase === undefined || phases.includes(phase)
      ? []
      : [`no unit has a phase ${phase}, ${choice(phase, phases)}`]),
  ];
  if (problems.length > 0) throw new QuestionError(problems);
  const chosen = accounts.filter((account) => (unit ?? account.unit) === account.unit);
  const inScope = chosen.filter((account) => (phase ?? account.phase) === account.phase);
  if (inScope.length === 0 && unit !== undefined && phase !== undefined) {
    throw new QuestionError([`${unit} has no phase ${phase}, choose from: ${namesOf(chosen, 'phase').join(', ')}`]);
  }
  return inScope;
}

const namesOf = (accounts: readonly RuntimeAccount[], key: 'unit' | 'phase') => [
  ...new Set(accounts.map((account) => account[key])),
];

function choice(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return `${near === undefined ? '' : `did you mean ${near}? `}choose from: ${names.join(', ')}`;
}
