import type { OrganizationDefinition } from './definition.ts';
import type { GrantDefinition, GrantedUse } from './grant-definition.ts';
import { namePattern, nameRule } from './account-names.ts';
import { localRolesIn } from './local-roles.ts';
import { runtimeAccountsOf } from './accounts.ts';
import type { Organization } from './organization.ts';
import { type Path, type Problem, problemAt, unknownAt } from './problem.ts';
import { unitPhaseAt } from './unit-phase.ts';
import type { StoreKind } from './store-definition.ts';

/** What can be done with each kind of store from another account. */
export const usesOf: Readonly<Record<StoreKind, readonly GrantedUse[]>> = {
  bucket: ['read-data', 'write-data', 'use-key'],
  table: ['read-data', 'write-data', 'use-key'],
  queue: ['consume', 'publish', 'use-key'],
  topic: ['consume', 'publish', 'use-key'],
  secret: ['read-data', 'use-key'],
  bus: ['publish'],
  repository: ['read-data'],
};

// with what is put around it, a statement id takes it
const maxGrantName = 64;

/** Checks that grants stand between two accounts that there are, and say what can be done there. */
export function checkGrants({ grants = {} }: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const names = Object.keys(grants);
  return Object.entries(grants).flatMap(([name, grant], index) => {
    const path = ['grants', name];
    const ends = [
      ...checkEnd([...path, 'from'], grant.from, organization),
      ...checkEnd([...path, 'to'], grant.to, organization),
    ];
    const twin = names.slice(0, index).find((each) => saysTheSame(grants[each], grant));
    return [
      ...checkName(path, name),
      ...(ends.length > 0 ? ends : checkParts(path, grant, organization)),
      ...(twin === undefined ? [] : [problemAt(path, `says what ${twin} says already`, grant)]),
    ];
  });
}

function checkName(path: Path, name: string): readonly Problem[] {
  if (!namePattern.test(name)) return [problemAt(path, nameRule, name)];
  const most = `a grant's name must have at most ${maxGrantName} characters`;
  return name.length > maxGrantName ? [problemAt(path, most, name)] : [];
}

/** Whether an account of that unit and phase is there, and alive, and no sandbox. */
function checkEnd(
  path: Path,
  { unit, phase }: { readonly unit: string; readonly phase: string },
  organization: Organization,
): readonly Problem[] {
  const found = unitPhaseAt(path, { unit, phase }, organization);
  if ('problem' in found) return [found.problem];
  const at = [...path, 'phase'];
  const { life } = found.phase;
  if (phase === 'sandbox') {
    return [problemAt(at, 'a sandbox has no grants: it is to learn in, and nobody answers for it', phase)];
  }
  return life === 'active' ? [] : [problemAt(at, `is ${life}, take the grant away first`, phase)];
}

function checkParts(path: Path, { from, to, what }: GrantDefinition, organization: Organization): readonly Problem[] {
  if (from.unit === to.unit && from.phase === to.phase) {
    const rule = "goes from an account to itself: what an account's own roles may do there is for its policies to say";
    return [problemAt(path, rule, { from, to })];
  }
  const stores = organization.stores.filter(({ unit, phase }) => unit === to.unit && phase === to.phase);
  const store = stores.find(({ name }) => name === to.store);
  const names = stores.map(({ name }) => name);
  return [
    ...checkRole([...path, 'from', 'role'], from, organization),
    ...(store === undefined
      ? [unknownAt([...path, 'to', 'store'], `must be a store of ${to.unit} in ${to.phase}`, to.store, names)]
      : usesOf[store.kind].includes(what)
        ? []
        : [
            problemAt(
              [...path, 'what'],
              `this can't be done with a ${store.kind} of another account, only ${usesOf[store.kind].join(', ')}`,
              what,
            ),
          ]),
  ];
}

function checkRole(
  path: Path,
  { unit, phase, role }: GrantDefinition['from'],
  organization: Organization,
): readonly Problem[] {
  const account = runtimeAccountsOf(organization).find((each) => each.unit === unit && each.phase === phase);
  const roles = [
    ...organization.workloads.filter((each) => each.account === account?.name).map(({ name }) => name),
    ...(account ? localRolesIn(account) : []),
  ];
  return roles.includes(role)
    ? []
    : [unknownAt(path, `must be a workload or a local role of ${unit} in ${phase}`, role, roles)];
}

function saysTheSame(one: GrantDefinition | undefined, { from, to, what }: GrantDefinition): boolean {
  return (
    one?.what === what &&
    one.from.unit === from.unit &&
    one.from.phase === from.phase &&
    one.from.role === from.role &&
    one.to.unit === to.unit &&
    one.to.phase === to.phase &&
    one.to.store === to.store
  );
}
