import type { Condition, Statement } from './policy.ts';

/**
 * The same denials in fewer statements: equal ones once, those that differ in their actions only as one, and so for
 * resources.
 *
 * Each step is exact: a statement denies every pair of its actions and resources, so two that share one side deny
 * together what their union denies. Statements under different conditions are never joined, nor are NotAction lists
 * (there a union would deny less). The result is in a fixed order, whatever the order of the input.
 */
export function foldStatements(statements: readonly Statement[]): readonly Statement[] {
  const joined = joinBy('Resource', joinBy('Action', statements.map(normalize)));
  return joined.length < statements.length ? foldStatements(joined) : sortedBy(joined, textWithoutSid);
}

/** Lists and condition keys in a fixed order, without repetition. */
function normalize(statement: Statement): Statement {
  const { Sid, Effect, Condition } = statement;
  const actions = statement.Action
    ? { Action: sortedSet(statement.Action) }
    : { NotAction: sortedSet(statement.NotAction) };
  const resources = statement.Resource
    ? { Resource: sortedSet(statement.Resource) }
    : { NotResource: sortedSet(statement.NotResource) };
  return { Sid, Effect, ...actions, ...resources, ...(Condition && { Condition: normalizeCondition(Condition) }) };
}

const normalizeCondition = (condition: Condition): Condition =>
  mapSorted(condition, (keys) => mapSorted(keys, sortedSet));

const mapSorted = <A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries(sortedBy(Object.entries(record), ([key]) => key).map(([key, value]) => [key, map(value)]));

/** Joins statements that are equal but for one of their lists (and their Sids). */
function joinBy(member: 'Action' | 'Resource', statements: readonly Statement[]): readonly Statement[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const rest = JSON.stringify({ ...statement, Sid: '', [member]: statement[member] && [] });
    groups.set(rest, [...(groups.get(rest) ?? []), statement]);
  }
  return [...groups.values()].flatMap((group) => joinGroup(member, group));
}

function joinGroup(member: 'Action' | 'Resource', group: readonly Statement[]): readonly Statement[] {
  const [first] = group;
  if (!first || group.length === 1) return group;
  const Sid = sortedSet(group.map((each) => each.Sid)).join('');
  const values = first[member] && { [member]: sortedSet(group.flatMap((each) => each[member] ?? [])) };
  return [{ ...first, ...values, Sid }];
}

const textWithoutSid = (statement: Statement) => JSON.stringify({ ...statement, Sid: '' });

const sortedSet = (values: readonly string[]): readonly string[] => sortedBy([...new Set(values)], (value) => value);

/** By code unit: the order doesn't depend on a locale. */
function sortedBy<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => ({ item, text: textOf(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ item }) => item);
}
