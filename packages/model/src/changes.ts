import {
  type PersonChange,
  type PipelineChange,
  type ReachChange,
  personChanges,
  pipelineChanges,
  reachChanges,
} from './access-changes.ts';
import { isClosing } from './account-life.ts';
import type { Account } from './account.ts';
import { accountsOf } from './accounts.ts';
import { type Change, type PropertyChange, changedProperties } from './change.ts';
import {
  type NamedChange,
  type PlacedChange,
  exceptionChanges,
  grantChanges,
  placedChanges,
} from './crossing-changes.ts';
import { enterpriseChanges } from './enterprise-changes.ts';
import { type PerRegion, limitsOf } from './limits.ts';
import type { Organization } from './organization.ts';

/** A property of an account that changes, as text. */
export interface AccountChange extends PropertyChange {
  readonly account: string;
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
  /** Settings that hold for no single account. */
  readonly enterprise: readonly PropertyChange[];
  readonly people: readonly PersonChange[];
  /** By user. An account that comes or goes is gained or lost by whoever may become a role there. */
  readonly reaches: readonly ReachChange[];
  readonly pipelines: readonly PipelineChange[];
  /** Stores and workloads. */
  readonly contents: readonly PlacedChange[];
  readonly grants: readonly NamedChange[];
  readonly exceptions: readonly NamedChange[];
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
    enterprise: enterpriseChanges(before, after),
    people: personChanges(before, after),
    reaches: reachChanges(before, after),
    pipelines: pipelineChanges(before, after),
    contents: placedChanges(before, after),
    grants: grantChanges(before, after),
    exceptions: exceptionChanges(before, after),
  };
}

/** Whether two organizations differ in nothing that is derived from them. */
export function isEmpty(changes: OrganizationChanges): boolean {
  return Object.values<readonly unknown[]>({ ...changes }).every((list) => list.length === 0);
}

function propertyChanges(before: Account, after: Account): readonly AccountChange[] {
  return changedProperties(properties(before), properties(after)).map((change) => ({ account: after.name, ...change }));
}

function properties(account: Account): ReadonlyMap<string, string> {
  const rules = account.kind === 'runtime' ? account.rules : undefined;
  return new Map([
    ['email', account.email],
    ['organizational unit', account.organizationalUnit],
    ['regions', account.regions.join(', ')],
    ['protect', String(account.protect)],
    ...Object.entries(account.tags).map(([key, value]) => [`tag ${key}`, value] as const),
    ...(rules
      ? ([
          ['life', account.kind === 'runtime' ? account.life : 'active'],
          ['expires', rules.expires ?? 'never'],
          ['without', rules.without.join(', ') || 'nothing'],
          ['people read data', rules.peopleReadData ? `until ${rules.peopleReadData.until ?? 'further notice'}` : 'no'],
          ['operations', rules.operations.join(', ') || 'none'],
          ['backups', `${rules.backupDays} days`],
          ['at cap', rules.atCap],
          ['session', `${rules.sessionHours} hours`],
        ] as const)
      : []),
    ...(rules?.instanceTypes ? [['instance types', rules.instanceTypes.join(', ')] as const] : []),
  ]);
}

type Limit = Pick<LimitChange, 'of' | 'region' | 'unit'> & { readonly value: number };

function limitsIn(account: Account | undefined): readonly Limit[] {
  if (account?.kind !== 'runtime' || isClosing(account)) return [];
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
