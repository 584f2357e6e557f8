import { type Account, accountsOf } from './accounts.ts';
import { type PerRegion, limitsOf } from './limits.ts';
import type { Organization } from './organization.ts';

/** A value that is another one afterwards; undefined where there was or will be none. */
export interface Change<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** A property of an account that changes, as text. */
export interface AccountChange extends Change<string> {
  readonly account: string;
  readonly property: string;
}

/** A cap (instances) or a pool's ceiling (vCPU) of an account that changes, per Region. */
export interface LimitChange extends Change<number> {
  readonly account: string;
  readonly region: string;
  /** An instance type, or a pool for its ceiling. */
  readonly of: string;
  readonly unit: 'instances' | 'vCPU';
}

/** A monthly budget that changes, in US dollars as decimal text. */
export interface BudgetChange extends Change<string> {
  readonly account: string;
}

/** What changes between two organizations. Accounts that come or go bring or take their limits and budgets. */
export interface OrganizationChanges {
  readonly added: readonly Account[];
  readonly removed: readonly Account[];
  readonly changed: readonly AccountChange[];
  readonly limits: readonly LimitChange[];
  readonly budgets: readonly BudgetChange[];
}

/** What changes from one organization to another. An account is the same one as long as it keeps its name. */
export function changesBetween(before: Organization, after: Organization): OrganizationChanges {
  const old = accountsOf(before);
  const now = accountsOf(after);
  const oldByName = new Map(old.map((account) => [account.name, account]));
  const nowByName = new Map(now.map((account) => [account.name, account]));
  const names = [...new Set([...nowByName.keys(), ...oldByName.keys()])];
  const pairs = names.map((name) => ({ name, before: oldByName.get(name), after: nowByName.get(name) }));
  return {
    added: now.filter(({ name }) => !oldByName.has(name)),
    removed: old.filter(({ name }) => !nowByName.has(name)),
    changed: pairs.flatMap((pair) => (pair.before && pair.after ? propertyChanges(pair.before, pair.after) : [])),
    limits: pairs.flatMap((pair) => limitChanges(pair.name, limitsIn(pair.before), limitsIn(pair.after))),
    budgets: pairs.flatMap((pair) =>
      pair.before?.budget?.amount === pair.after?.budget?.amount
        ? []
        : [{ account: pair.name, before: pair.before?.budget?.amount, after: pair.after?.budget?.amount }],
    ),
  };
}

/** Whether two organizations differ in nothing that is derived from them. */
export function isEmpty({ added, removed, changed, limits, budgets }: OrganizationChanges): boolean {
  return [added, removed, changed, limits, budgets].every((list) => list.length === 0);
}

function propertyChanges(before: Account, after: Account): readonly AccountChange[] {
  return changed(properties(before), properties(after)).map(([property, change]) => ({
    account: after.name,
    property,
    ...change,
  }));
}

function properties(account: Account): ReadonlyMap<string, string> {
  const rules = account.kind === 'runtime' ? account.rules : undefined;
  return new Map([
    ['email', account.email],
    ['organizational unit', account.organizationalUnit],
    ['regions', account.regions.join(', ')],
    ['protect', String(account.protect)],
    ...Object.entries(account.tags).map(([key, value]) => [`tag ${key}`, value] as const),
    ...(rules ? [['at cap', rules.atCap] as const] : []),
    ...(rules?.instanceTypes ? [['instance types', rules.instanceTypes.join(', ')] as const] : []),
  ]);
}

type Limit = Pick<LimitChange, 'of' | 'region' | 'unit'> & { readonly value: number };

function limitsIn(account: Account | undefined): readonly Limit[] {
  if (account?.kind !== 'runtime') return [];
  return limitsOf(account).flatMap(({ pool, caps, perRegion }) => [
    ...caps.flatMap((cap) => limitPerRegion(cap.instanceType, 'instances', cap.perRegion)),
    ...limitPerRegion(pool.name, 'vCPU', perRegion),
  ]);
}

const limitPerRegion = (of: string, unit: Limit['unit'], perRegion: PerRegion): readonly Limit[] =>
  Object.entries(perRegion).map(([region, value]) => ({ of, region, unit, value }));

function limitChanges(account: string, before: readonly Limit[], after: readonly Limit[]): readonly LimitChange[] {
  const valueIn = (limits: readonly Limit[], { of, region }: Limit) =>
    limits.find((limit) => limit.of === of && limit.region === region)?.value;
  const gone = before.filter((limit) => valueIn(after, limit) === undefined);
  return [...after, ...gone]
    .map((limit) => ({
      account,
      of: limit.of,
      region: limit.region,
      unit: limit.unit,
      before: valueIn(before, limit),
      after: valueIn(after, limit),
    }))
    .filter((change) => change.before !== change.after);
}

function changed(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly (readonly [key: string, change: Change<string>])[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => [key, { before: before.get(key), after: after.get(key) }] as const);
}
