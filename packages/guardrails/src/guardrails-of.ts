import {
  type Account,
  type Organization,
  type RuntimeAccount,
  accountsOf,
  granteeArn,
  grantsFrom,
  phaseOrganizationalUnit,
  platformPath,
  runtimeAccountsOf,
  runtimeOrganizationalUnit,
  suspendedOrganizationalUnit,
  workloadPath,
} from '@bulkhead/model';
import { allowInstanceTypes } from './allow-instance-types.ts';
import { denyClasses } from './deny-classes.ts';
import { denyCrossing } from './deny-crossing.ts';
import { denyDeletions } from './deny-deletions.ts';
import { denyEverythingSuspended } from './deny-everything-suspended.ts';
import { denyIamUsers } from './deny-iam-users.ts';
import { denyLeavingOrganization } from './deny-leaving-organization.ts';
import { denyLongLivedKeys } from './deny-long-lived-keys.ts';
import { denyOtherRegions, denyRegionChanges } from './deny-other-regions.ts';
import { denyPublicSharing } from './deny-public-sharing.ts';
import { denyRootUser } from './deny-root-user.ts';
import { denySharing } from './deny-sharing.ts';
import { denyUntagged } from './deny-untagged.ts';
import { expire } from './expire.ts';
import { onlyIdentity } from './only-identity.ts';
import type { OrganizationIds } from './organization-ids.ts';
import { pinFederation } from './pin-federation.ts';
import type { Statement } from './policy.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { protectArchive } from './protect-archive.ts';
import { protectGrantees } from './protect-grantees.ts';
import { protectPeople } from './protect-people.ts';
import { protectPlatform } from './protect-platform.ts';
import { reserveQuotas } from './reserve-quotas.ts';
import { type Target, targetsOf } from './target.ts';

/** The denials that are attached to one target. What stands above it in the tree holds as well. */
export interface TargetGuardrails {
  readonly target: Target;
  readonly type: StatementPolicyType;
  /** Empty where nothing is attached. */
  readonly statements: readonly Statement[];
}

/** Which guardrails bind principals where: one entry for the root, every organizational unit and every account. */
export function guardrailsOf(organization: Organization, ids: OrganizationIds): readonly TargetGuardrails[] {
  const accounts = new Map(accountsOf(organization).map((account) => [account.name, account]));
  const types = instanceTypesByUnit(organization);
  const at = (target: Target): readonly Statement[] => {
    if (target.kind === 'root') return atRoot(organization);
    if (target.kind === 'organizational-unit') return atUnit(organization, target.path, types, ids);
    const account = accounts.get(target.name);
    return account ? atAccount(organization, account, types, ids) : [];
  };
  return targetsOf(organization).map((target) => ({ target, type: 'SERVICE_CONTROL_POLICY', statements: at(target) }));
}

function atRoot({ regions }: Organization): readonly Statement[] {
  return [
    ...denyLeavingOrganization(),
    ...denyRootUser(),
    ...denyOtherRegions(regions),
    ...denyRegionChanges(),
    ...protectPlatform(),
    ...pinFederation(regions),
    ...reserveQuotas(),
    ...denyPublicSharing(),
  ];
}

function atUnit(
  organization: Organization,
  path: string,
  instanceTypes: TypesByUnit,
  ids: OrganizationIds,
): readonly Statement[] {
  if (path === runtimeOrganizationalUnit) {
    return [...denyIamUsers(), ...denyUntagged(), ...denyCrossing(organization, undefined, ids), ...denySharing()];
  }
  if (path === suspendedOrganizationalUnit) return denyEverythingSuspended();
  const types = instanceTypes.get(path);
  return types ? allowInstanceTypes(types) : [];
}

/**
 * What holds for one account and not for all of its neighbours.
 *
 * Regions are narrowed here and never at a unit: a new account that uses another Region than its neighbours would find
 * itself locked out there during its first deployment.
 */
function atAccount(
  organization: Organization,
  account: Account,
  instanceTypes: TypesByUnit,
  ids: OrganizationIds,
): readonly Statement[] {
  const away = !account.regions.includes(organization.regions[0]);
  const regions = equalSets(account.regions, organization.regions)
    ? []
    : denyOtherRegions(account.regions, away ? rolesThatReachHome(account) : []);
  if (account.kind === 'identity') {
    const { signIn } = organization.enterprise;
    return [...regions, ...onlyIdentity(signIn), ...denyLongLivedKeys(), ...protectPeople(signIn)];
  }
  if (account.kind === 'shared-services') return [...regions, ...denyIamUsers(), ...protectArchive(organization.name)];
  if (account.kind !== 'runtime') return [...regions, ...denyIamUsers()];
  const own = account.rules.instanceTypes;
  const inherited = instanceTypes.get(account.organizationalUnit);
  const types = own && !(inherited && equalSets(own, inherited)) ? allowInstanceTypes(own) : [];
  return [
    ...regions,
    ...types,
    ...denyClasses(organization, account),
    ...denyCrossing(organization, account, ids),
    ...denyDeletions(account),
    ...expire(account),
    ...protectGrantees(granteesIn(organization, account)),
  ];
}

/** In any account: the same policy then holds for all of whose workloads the same are granted something. */
const granteesIn = (organization: Organization, account: RuntimeAccount) =>
  grantsFrom(organization, account)
    .filter(({ from }) => from.rolePath === workloadPath)
    .map((grant) => granteeArn(grant, '*'));

type TypesByUnit = ReadonlyMap<string, readonly string[] | undefined>;

const platformRoles = (...names: readonly string[]) => names.map((name) => `arn:aws:iam::*:role${platformPath}${name}`);

/**
 * What stands in the home Region is asked for there, wherever the unit works: the bucket of AWS Config, and for pipelines
 * their state and images. These roles may do little else.
 */
const rolesThatReachHome = ({ kind }: Account) =>
  platformRoles('config-recorder', ...(kind === 'delivery' ? ['apply-*', 'plan-*'] : []));

/**
 * By path, the instance types that some account of a unit may launch; undefined where one of them may launch every type.
 *
 * Denials add up on the way down, so a unit can't forbid what one of its accounts allows.
 */
function instanceTypesByUnit(organization: Organization): TypesByUnit {
  const types = new Map<string, readonly string[] | undefined>();
  for (const { phase, rules } of runtimeAccountsOf(organization)) {
    const path = phaseOrganizationalUnit(phase);
    const others = types.has(path) ? types.get(path) : [];
    types.set(path, others && rules.instanceTypes && [...new Set([...others, ...rules.instanceTypes])]);
  }
  return types;
}

const equalSets = (a: readonly string[], b: readonly string[]) =>
  a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));
