import { workingAccountsOf } from './account-life.ts';
import type { Account } from './account.ts';
import { accountsOf } from './accounts.ts';
import { grantsFrom, grantsTo } from './grants.ts';
import type { Lock } from './lock.ts';
import type { Organization } from './organization.ts';
import { organizationalUnitsOf } from './organizational-units.ts';
import { recoveredAccountOf, recoveryAccountsOf } from './recovery.ts';

/** A Terraform stack: one per account, and two in the management account. */
export interface Stack {
  readonly name: string;
  /** Stacks of a wave need what the waves before put into the lock; within a wave the order doesn't matter. */
  readonly wave: 1 | 2 | 3 | 4;
  readonly content:
    { readonly kind: 'organization' | 'guardrails' } | { readonly kind: 'account'; readonly account: Account };
}

/** `acme-organization`: accounts, organizational units, budgets. */
export const organizationStackName = (organization: string) => `${organization}-organization`;
/** `acme-guardrails`: policies and what they are attached to. */
export const guardrailsStackName = (organization: string) => `${organization}-guardrails`;

/** Every stack in the order of deployment. Guardrails come last: they never lock out the platform's first deployment. */
export function stacksOf(organization: Organization): readonly Stack[] {
  const accounts = workingAccountsOf(organization).map((account): Stack => ({
    name: account.name,
    wave: account.kind === 'shared-services' ? 2 : 3,
    content: { kind: 'account', account },
  }));
  const stacks: readonly Stack[] = [
    { name: organizationStackName(organization.name), wave: 1, content: { kind: 'organization' } },
    ...accounts,
    { name: guardrailsStackName(organization.name), wave: 4, content: { kind: 'guardrails' } },
  ];
  return [...stacks].sort((a, b) => a.wave - b.wave);
}

/** Paths of the lock that a stack needs and that are not there yet; empty when the stack can be synthesized. */
export function missingInLock(stack: Stack, organization: Organization, lock: Lock): readonly string[] {
  const ids = {
    'organization.id': lock.organization?.id,
    'organization.rootId': lock.organization?.rootId,
    'organization.managementAccountId': lock.organization?.managementAccountId,
  };
  const needed: Readonly<Record<string, unknown>> = {
    ...(stack.content.kind === 'organization' ? {} : ids),
    ...(stack.content.kind === 'organization' && organization.origin === 'existing'
      ? { 'organization.id': lock.organization?.id }
      : {}),
    ...(stack.wave >= 2 ? accountIds(accountsNeeded(stack, organization), lock) : {}),
    ...(stack.wave === 3 ? sharedServices(stack, lock) : {}),
    ...(needsIdentityCenter(stack, organization) ? identityCenter(organization, lock) : {}),
    ...(stack.content.kind === 'guardrails' ? unitIds(organization, lock) : {}),
  };
  return Object.keys(needed).filter((path) => needed[path] === undefined);
}

/**
 * An account's stack names itself, those that exist once, the other ends of its grants, and the account that it takes
 * over from or that takes over from it; guardrails name all.
 */
function accountsNeeded({ content }: Stack, organization: Organization): readonly string[] {
  const accounts = accountsOf(organization).map(({ name }) => name);
  if (content.kind !== 'account') return accounts;
  const { account } = content;
  const needed = new Set([
    account.name,
    ...accountsOf(organization).flatMap(({ kind, name }) => (kind === 'runtime' ? [] : [name])),
    ...grantsFrom(organization, account).map(({ to }) => to.account),
    ...grantsTo(organization, account).map(({ from }) => from.account),
    ...recoveryAccountsOf(organization, account).map(({ name }) => name),
    recoveredAccountOf(organization, account)?.name,
  ]);
  return accounts.filter((name) => needed.has(name));
}

const accountIds = (names: readonly string[], lock: Lock) =>
  Object.fromEntries(names.map((name) => [`accounts.${name}.id`, lock.accounts?.[name]?.id]));

const unitIds = (organization: Organization, lock: Lock) =>
  Object.fromEntries(
    organizationalUnitsOf(organization).map((path) => [
      `organizationalUnits.${path}`,
      lock.organizationalUnits?.[path],
    ]),
  );

const needsIdentityCenter = ({ content }: Stack, { enterprise }: Organization) =>
  content.kind === 'account' && content.account.kind === 'identity' && enterprise.signIn === 'identity-center';

/** Ids of groups too where an identity provider owns them. */
const identityCenter = ({ groups }: Organization, { identityCenter: center }: Lock) => ({
  'identityCenter.instanceArn': center?.instanceArn,
  'identityCenter.identityStoreId': center?.identityStoreId,
  ...Object.fromEntries(
    (center?.groups ? groups : []).map(({ name }) => [`identityCenter.groups.${name}`, center?.groups?.[name]]),
  ),
});

function sharedServices({ content }: Stack, lock: Lock) {
  const regions = content.kind === 'account' ? content.account.regions : [];
  return Object.fromEntries(
    regions.flatMap((region) => [
      [`sharedServices.keys.${region}`, lock.sharedServices?.keys?.[region]],
      [`sharedServices.sinks.${region}`, lock.sharedServices?.sinks?.[region]],
    ]),
  );
}
