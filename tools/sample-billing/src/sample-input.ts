import { addMonths } from './calendar.ts';
import type { Month } from './calendar.ts';

export interface SampleAccount {
  /** Account id as AWS writes it; text, because of leading zeros. */
  readonly id: string;
  readonly name: string;
  /** Business unit, or `enterprise`. */
  readonly unit: string;
  /** Delivery phase, or `identity`, `shared-services`, `delivery`: decides what the account runs. */
  readonly phase: string;
  /** The first one carries most of the charges. */
  readonly regions: readonly string[];
  /** USD per month as a decimal; null takes an amount that is usual for the phase. */
  readonly budget: string | null;
}

export interface SampleInput {
  readonly organization: string;
  /** The payer: it has charges of its own, and buys the savings plan. */
  readonly managementAccountId: string;
  readonly accounts: readonly SampleAccount[];
  /** The newest billing month, `YYYY-MM`. */
  readonly lastMonth: Month;
  /** Billing months, at least 1. */
  readonly months: number;
  /** The same seed and accounts give the same charges, on any day and machine. */
  readonly seed: number | string;
  /** Whether the newest month is not invoiced yet. Default: false. */
  readonly openLastMonth?: boolean;
}

/** What is wrong with a sample input, all of it. */
export class SampleInputError extends Error {
  override readonly name = 'SampleInputError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the sample input cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Above this, a charge of one day may need more digits than a double holds. */
const largestBudget = 5_000_000;

function accountProblems(account: SampleAccount, index: number, input: SampleInput): readonly string[] {
  const at = `accounts[${index}]`;
  const { id, budget, regions } = account;
  const isDecimal = budget === null || /^\d{1,12}(\.\d{1,10})?$/.test(budget);
  return [
    ...(id === '' ? [`${at}.id: give the account an id, got: ''`] : []),
    ...(id === input.managementAccountId ? [`${at}.id: leave the management account out, got: ${id}`] : []),
    ...(input.accounts.findIndex((other) => other.id === id) < index ? [`${at}.id: use each id once, got: ${id}`] : []),
    ...(regions.length === 0 ? [`${at}.regions: name at least one region, got: []`] : []),
    ...(isDecimal ? [] : [`${at}.budget: write USD per month as a plain decimal, got: ${budget}`]),
    ...(isDecimal && Number(budget) > largestBudget
      ? [`${at}.budget: use at most ${largestBudget} USD per month, got: ${budget}`]
      : []),
  ];
}

/** Throws a `SampleInputError` with everything that is wrong. */
export function checkSampleInput(input: SampleInput): void {
  const { lastMonth, months } = input;
  const problems = [
    ...(/^[a-z0-9-]{1,50}$/.test(input.organization)
      ? []
      : [`organization: use lower-case letters, digits and hyphens, got: ${input.organization}`]),
    ...(input.managementAccountId === '' ? [`managementAccountId: give the account an id, got: ''`] : []),
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(lastMonth) && addMonths(lastMonth, 0) === lastMonth
      ? []
      : [`lastMonth: write a month as YYYY-MM, got: ${lastMonth}`]),
    ...(Number.isInteger(months) && months >= 1 && months <= 120
      ? []
      : [`months: use a whole number from 1 to 120, got: ${months}`]),
    ...input.accounts.flatMap((account, index) => accountProblems(account, index, input)),
  ];
  if (problems.length > 0) throw new SampleInputError(problems);
}
