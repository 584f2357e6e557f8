import type { Statement } from './policy.ts';

/** A part of a statement that fits, and what then remains of it; together they deny what the statement denied. */
export interface Split {
  readonly part: Statement;
  readonly remains: readonly Statement[];
}

/**
 * Cuts off a statement the longest part that fits, by its actions if it can, by its resources otherwise.
 *
 * Only Action and Resource can be cut: half a NotAction, NotResource or condition denies something else.
 *
 * @returns undefined when not even one action on one resource fits
 */
export function splitStatement(statement: Statement, fits: (part: Statement) => boolean): Split | undefined {
  return cut(statement, 'Action', fits) ?? cut(statement, 'Resource', fits) ?? cutBoth(statement, fits);
}

function cut(
  statement: Statement,
  member: 'Action' | 'Resource',
  fits: (part: Statement) => boolean,
): Split | undefined {
  const values = statement[member] ?? [];
  const withValues = (some: readonly string[]): Statement => ({ ...statement, [member]: some });
  let length = values.length - 1;
  while (length > 0 && !fits(withValues(values.slice(0, length)))) length--;
  if (length <= 0) return undefined;
  return { part: withValues(values.slice(0, length)), remains: [withValues(values.slice(length))] };
}

/** Takes one action and cuts its resources. */
function cutBoth(statement: Statement, fits: (part: Statement) => boolean): Split | undefined {
  const [first, ...others] = statement.Action ?? [];
  if (first === undefined || others.length === 0) return undefined;
  const split = cut({ ...statement, Action: [first] } as Statement, 'Resource', fits);
  return split && { part: split.part, remains: [...split.remains, { ...statement, Action: others } as Statement] };
}
