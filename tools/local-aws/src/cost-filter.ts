import type { Expression } from '@aws-sdk/client-cost-explorer';
import { AwsError } from './aws-error.ts';
import type { CostLine } from './cost-lines.ts';
import type { World } from './world.ts';

/** Dimensions that costs are kept by. */
export const dimensionReaders: Readonly<Record<string, (line: CostLine) => string>> = {
  LINKED_ACCOUNT: ({ accountId }) => accountId,
  SERVICE: ({ service }) => service,
  RECORD_TYPE: ({ recordType }) => recordType,
};

/** Refuses as Cost Explorer does. */
export const invalid = (message: string) => new AwsError('ValidationException', message);

export function getDimension(key: string | undefined): (line: CostLine) => string {
  const read = dimensionReaders[key ?? ''];
  if (!read) {
    throw invalid(`local-aws keeps costs by ${Object.keys(dimensionReaders).join(', ')} only, got: ${key ?? ''}`);
  }
  return read;
}

/** Tags of the accounts that the organization has, by account id. */
export type AccountTags = ReadonlyMap<string, Readonly<Record<string, string>>>;

export const accountTags = ({ accounts }: World): AccountTags => new Map(accounts.map(({ id, tags }) => [id, tags]));

/** The value of a tag: `accountTag/Phase` is one of the account, anything else one of the resource. */
export function tagOf(line: CostLine, key: string, tags: AccountTags): string {
  if (!key.startsWith('accountTag/')) return line.tags?.[key] ?? '';
  return tags.get(line.accountId)?.[key.slice('accountTag/'.length)] ?? '';
}

/**
 * Whether a line is within an expression.
 *
 * @throws AwsError where a node has no operator, or more than one
 */
export function isWithin(expression: Expression, line: CostLine, tags: AccountTags): boolean {
  const operators = Object.entries(expression).filter(([, value]) => value !== undefined);
  if (operators.length !== 1) {
    throw invalid(
      `Expression must have exactly one of And, Or, Not, Dimensions, Tags, CostCategories, got: ${operators.length}`,
    );
  }
  const { And, Or, Not, Dimensions, Tags } = expression;
  if (And) return And.every((each) => isWithin(each, line, tags));
  if (Or) return Or.some((each) => isWithin(each, line, tags));
  if (Not) return !isWithin(Not, line, tags);
  if (Dimensions) return (Dimensions.Values ?? []).includes(getDimension(Dimensions.Key)(line));
  if (Tags) return (Tags.Values ?? []).includes(tagOf(line, Tags.Key ?? '', tags));
  throw invalid('local-aws has no cost categories');
}
